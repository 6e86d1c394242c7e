/* eslint-disable */
import { getLocale, experimentalStaticLocale } from '../runtime.js';

/** @typedef {import('../runtime.js').LocalizedString} LocalizedString */

/** @typedef {{}} Contribution_BodyInputs */

const fr_contribution_body = /** @type {(inputs: Contribution_BodyInputs) => LocalizedString} */ () => {
	return /** @type {LocalizedString} */ (`Votre contribution`)
};

const en_contribution_body = /** @type {(inputs: Contribution_BodyInputs) => LocalizedString} */ () => {
	return /** @type {LocalizedString} */ (`Your contribution`)
};

/**
* | output |
* | --- |
* | "Your contribution" |
*
* @param {Contribution_BodyInputs} inputs
* @param {{ locale?: "fr" | "en" }} options
* @returns {LocalizedString}
*/
export const contribution_body = /** @type {((inputs?: Contribution_BodyInputs, options?: { locale?: "fr" | "en" }) => LocalizedString) & import('../runtime.js').MessageMetadata<Contribution_BodyInputs, { locale?: "fr" | "en" }, {}>} */ ((inputs = {}, options = {}) => {
	const locale = experimentalStaticLocale ?? options.locale ?? getLocale()
	if (locale === "en") return en_contribution_body(inputs)
	return fr_contribution_body(inputs)
});