/* eslint-disable */
/** @typedef {import('../runtime.js').LocalizedString} LocalizedString */
export * from './home_title.js'
export * from './theme_contributions.js'
export * from './contribution_body.js'
export * from './contribution_submit.js'
export * from './contribution_sent.js'
export * from './problem_required8.js'
export * from './problem_too_long7.js'
export * from './other_language.js'