import { recall, remember } from "../lib/storage.js";

// Links to the same page in another language keep the step the reader is at: ids are the same in every language.
function keepPlace() {
  for (const link of document.querySelectorAll("a.language")) link.hash = location.hash;
}

// A reader whose browser prefers another of our languages is told so once, in that language. Nobody is sent there.
function offerLanguage() {
  const notices = [...document.querySelectorAll(".notice")];
  const ours = [document.documentElement.lang, ...notices.map((notice) => notice.lang)];
  const preferred = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => ours.includes(tag));
  const notice = notices.find((one) => one.lang === preferred);
  if (!notice || recall("language-told")) return;
  remember("language-told", "yes");
  notice.hidden = false;
  notice.querySelector("button").addEventListener("click", () => {
    notice.hidden = true;
    document.getElementById("content").focus({ preventScroll: true });
  });
}

keepPlace();
addEventListener("hashchange", keepPlace);
offerLanguage();
