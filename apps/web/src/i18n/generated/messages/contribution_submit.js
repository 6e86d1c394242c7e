/* eslint-disable */
import { getLocale, experimentalStaticLocale } from '../runtime.js';

/** @typedef {import('../runtime.js').LocalizedString} LocalizedString */

/** @typedef {{}} Contribution_SubmitInputs */

const fr_contribution_submit = /** @type {(inputs: Contribution_SubmitInputs) => LocalizedString} */ () => {
	return /** @type {LocalizedString} */ (`Relire et envoyer`)
};

const en_contribution_submit = /** @type {(inputs: Contribution_SubmitInputs) => LocalizedString} */ () => {
	return /** @type {LocalizedString} */ (`Review and send`)
};

/**
* | output |
* | --- |
* | "Review and send" |
*
* @param {Contribution_SubmitInputs} inputs
* @param {{ locale?: "fr" | "en" }} options
* @returns {LocalizedString}
*/
export const contribution_submit = /** @type {((inputs?: Contribution_SubmitInputs, options?: { locale?: "fr" | "en" }) => LocalizedString) & import('../runtime.js').MessageMetadata<Contribution_SubmitInputs, { locale?: "fr" | "en" }, {}>} */ ((inputs = {}, options = {}) => {
	const locale = experimentalStaticLocale ?? options.locale ?? getLocale()
	if (locale === "en") return en_contribution_submit(inputs)
	return fr_contribution_submit(inputs)
});