/* eslint-disable */
import { getLocale, experimentalStaticLocale } from '../runtime.js';

/** @typedef {import('../runtime.js').LocalizedString} LocalizedString */

/** @typedef {{}} Contribution_SentInputs */

const fr_contribution_sent = /** @type {(inputs: Contribution_SentInputs) => LocalizedString} */ () => {
	return /** @type {LocalizedString} */ (`Votre contribution est enregistrée.`)
};

const en_contribution_sent = /** @type {(inputs: Contribution_SentInputs) => LocalizedString} */ () => {
	return /** @type {LocalizedString} */ (`Your contribution is recorded.`)
};

/**
* | output |
* | --- |
* | "Your contribution is recorded." |
*
* @param {Contribution_SentInputs} inputs
* @param {{ locale?: "fr" | "en" }} options
* @returns {LocalizedString}
*/
export const contribution_sent = /** @type {((inputs?: Contribution_SentInputs, options?: { locale?: "fr" | "en" }) => LocalizedString) & import('../runtime.js').MessageMetadata<Contribution_SentInputs, { locale?: "fr" | "en" }, {}>} */ ((inputs = {}, options = {}) => {
	const locale = experimentalStaticLocale ?? options.locale ?? getLocale()
	if (locale === "en") return en_contribution_sent(inputs)
	return fr_contribution_sent(inputs)
});