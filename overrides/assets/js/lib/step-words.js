// The words that the feet of a page's steps share.
export const stepWords = {
  done: t("step_done"), on: t("step_done_on"), blocked: t("check_storage_blocked"), damaged: t("check_damaged"),
  newer: t("check_newer"), copied: t("copy_link_done"), failed: t("send_failed"),
};
