/** Texts of the consents, with their version. A test asks for another version when a word changes. */
export const consentTexts = {
  PUBLICATION: {
    version: 1,
    digest: "f455245078769491",
    words: [
      "questionnaire_appear",
      "questionnaire_appear_help",
      "questionnaire_appear_named",
      "questionnaire_appear_named_help",
      "questionnaire_appear_anonymous",
      "questionnaire_appear_anonymous_help",
      "questionnaire_appear_unpublished",
      "questionnaire_appear_unpublished_help",
    ],
  },
  FOLLOW_UP: { version: 1, digest: "1341057ab348e419", words: ["questionnaire_follow", "questionnaire_email_help"] },
  MAILS: { version: 2, digest: "1a30ba10e42a8f38", words: ["trail_mails_told", "trail_mails_ask"] },
};
