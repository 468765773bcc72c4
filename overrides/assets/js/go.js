// A short address: goes on to the step, in the first language the reader's browser asks for and the guide has. Without this
// script the page's links do the same by hand. The first link is for readers of neither language.
const links = [...document.querySelectorAll("a.action")];
const wanted = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase());
const code = wanted.find((tag) => links.some((link) => link.hreflang === tag));
location.replace((links.find((link) => link.hreflang === code) ?? links[0]).href);
