/* eslint-disable */
import { getLocale, experimentalStaticLocale } from '../runtime.js';

/** @typedef {import('../runtime.js').LocalizedString} LocalizedString */

/** @typedef {{}} Problem_Required8Inputs */

const fr_problem_required8 = /** @type {(inputs: Problem_Required8Inputs) => LocalizedString} */ () => {
	return /** @type {LocalizedString} */ (`Écrivez quelque chose avant d’envoyer.`)
};

const en_problem_required8 = /** @type {(inputs: Problem_Required8Inputs) => LocalizedString} */ () => {
	return /** @type {LocalizedString} */ (`Write something before sending.`)
};

/**
* | output |
* | --- |
* | "Write something before sending." |
*
* @param {Problem_Required8Inputs} inputs
* @param {{ locale?: "fr" | "en" }} options
* @returns {LocalizedString}
*/
const problem_required8 = /** @type {((inputs?: Problem_Required8Inputs, options?: { locale?: "fr" | "en" }) => LocalizedString) & import('../runtime.js').MessageMetadata<Problem_Required8Inputs, { locale?: "fr" | "en" }, {}>} */ ((inputs = {}, options = {}) => {
	const locale = experimentalStaticLocale ?? options.locale ?? getLocale()
	if (locale === "en") return en_problem_required8(inputs)
	return fr_problem_required8(inputs)
});
export { problem_required8 as "problem_REQUIRED" }