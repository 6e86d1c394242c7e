const taken: Record<string, string[]> = {
  M: ["min_answers", "max_answers", "exclude_all_others", "other_replace_text"],
  P: ["min_answers", "max_answers", "exclude_all_others", "other_replace_text"],
  R: ["min_answers", "max_answers"],
  L: ["other_replace_text"],
  "!": ["other_replace_text"],
  N: ["min_num_value_n", "max_num_value_n", "num_value_int_only"],
  K: ["min_num_value_n", "max_num_value_n"],
  S: ["maximum_chars", "numbers_only"],
  T: ["maximum_chars", "numbers_only"],
  U: ["maximum_chars", "numbers_only"],
  "1": ["dualscale_headerA", "dualscale_headerB"],
  ":": ["multiflexible_checkbox", "multiflexible_min", "multiflexible_max", "multiflexible_step", "input_boxes"],
};

/** The attributes that something is made of, for questions of a type. */
export const attributesTaken = (type: string): ReadonlySet<string> =>
  new Set(["hidden", "plain", "plain_help", ...(taken[type] ?? [])]);

const looks = new Set(
  `alphasort answer_order answer_width answer_width_bycolumn cssclass display_columns display_rows display_type dropdown_dates
dropdown_dates_minute_step dropdown_dates_month_style dropdown_prefix dropdown_separators dropdown_size hide_tip
input_boxes input_size keep_aspect keep_codes_order label_input_columns location_city maxDiff multiflexible_step
page_break prefix printable_help public_statistics question_template question_theme_name random_group random_order
rankingadvanced_theme repeat_headings reverse samechoiceheight samelistheight save_as_default scale_export
showpopups show_comment show_grand_total show_title show_totals showpopups slider_handle slider_layout slider_orientation
slider_reset slider_separator slider_showminmax statistics_graphtype statistics_showgraph statistics_showmap suffix
subquestion_order subquestion_width text_input_columns text_input_width thousands_separator time_limit_action
time_limit_countdown_message time_limit_disable_next time_limit_disable_prev time_limit_message
time_limit_message_delay time_limit_message_style time_limit_timer_style time_limit_warning time_limit_warning_2
time_limit_warning_2_display_time time_limit_warning_2_message time_limit_warning_2_style
time_limit_warning_display_time time_limit_warning_message time_limit_warning_style use_dropdown
value_range_allows_missing variant placeholder em_validation_q_tip em_validation_sq_tip category_separator
choice_title rank_title add_platform_info commented_checkbox commented_checkbox_auto other_comment_mandatory
other_numbers_only other_position other_position_code parent_order image clear_default`.split(/\s+/),
);

/** Attributes that change how a question looks or is counted elsewhere, not what is asked. */
export const looksOnly = (name: string) => looks.has(name);
