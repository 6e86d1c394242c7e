/* eslint-disable */
import { getLocale, experimentalStaticLocale } from '../runtime.js';

/** @typedef {import('../runtime.js').LocalizedString} LocalizedString */

/** @typedef {{}} Problem_Too_Long7Inputs */

const fr_problem_too_long7 = /** @type {(inputs: Problem_Too_Long7Inputs) => LocalizedString} */ () => {
	return /** @type {LocalizedString} */ (`Ce texte est trop long.`)
};

const en_problem_too_long7 = /** @type {(inputs: Problem_Too_Long7Inputs) => LocalizedString} */ () => {
	return /** @type {LocalizedString} */ (`This text is too long.`)
};

/**
* | output |
* | --- |
* | "This text is too long." |
*
* @param {Problem_Too_Long7Inputs} inputs
* @param {{ locale?: "fr" | "en" }} options
* @returns {LocalizedString}
*/
const problem_too_long7 = /** @type {((inputs?: Problem_Too_Long7Inputs, options?: { locale?: "fr" | "en" }) => LocalizedString) & import('../runtime.js').MessageMetadata<Problem_Too_Long7Inputs, { locale?: "fr" | "en" }, {}>} */ ((inputs = {}, options = {}) => {
	const locale = experimentalStaticLocale ?? options.locale ?? getLocale()
	if (locale === "en") return en_problem_too_long7(inputs)
	return fr_problem_too_long7(inputs)
});
export { problem_too_long7 as "problem_TOO_LONG" }