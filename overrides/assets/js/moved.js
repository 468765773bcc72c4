// The old address of a page: goes on to where the section asked for is now, else to the page, section and all. What was removed
// has no link to follow by itself: its reader reads why first.
const wanted = location.hash.slice(1);
const part = wanted && document.getElementById(wanted);
const page = document.querySelector("a.action[data-forward]");
if (part?.matches("a[data-forward]")) location.replace(part.href);
else if (page) location.replace(page.hash ? page.href : page.href + location.hash);
