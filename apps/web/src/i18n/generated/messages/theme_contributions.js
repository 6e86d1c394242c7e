/* eslint-disable */
import * as registry from '../registry.js'
import { getLocale, experimentalStaticLocale } from '../runtime.js';

/** @typedef {import('../runtime.js').LocalizedString} LocalizedString */

/** @typedef {{ count: NonNullable<unknown> }} Theme_ContributionsInputs */

const fr_theme_contributions = /** @type {(inputs: Theme_ContributionsInputs) => LocalizedString} */ (i) => {const plural = registry.plural("fr", i?.count, {});
	if (plural === "one") return /** @type {LocalizedString} */ (`${i?.count} contribution`);
	return /** @type {LocalizedString} */ (`${i?.count} contributions`)
	
};

const en_theme_contributions = /** @type {(inputs: Theme_ContributionsInputs) => LocalizedString} */ (i) => {const plural = registry.plural("en", i?.count, {});
	if (plural === "one") return /** @type {LocalizedString} */ (`${i?.count} contribution`);
	return /** @type {LocalizedString} */ (`${i?.count} contributions`)
	
};

/**
* | plural | output |
* | --- | --- |
* | "one" | "{count} contribution" |
* | * | "{count} contributions" |
*
* @param {Theme_ContributionsInputs} inputs
* @param {{ locale?: "fr" | "en" }} options
* @returns {LocalizedString}
*/
export const theme_contributions = /** @type {((inputs: Theme_ContributionsInputs, options?: { locale?: "fr" | "en" }) => LocalizedString) & import('../runtime.js').MessageMetadata<Theme_ContributionsInputs, { locale?: "fr" | "en" }, {}>} */ ((inputs, options = {}) => {
	const locale = experimentalStaticLocale ?? options.locale ?? getLocale()
	if (locale === "en") return en_theme_contributions(inputs)
	return fr_theme_contributions(inputs)
});