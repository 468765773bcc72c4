// Paper shows what is folded. An engine that is not told so by print.css opens it for the time it takes.
function unfold() {
  const folded = document.querySelectorAll("main details:not([open])");
  for (const box of folded) box.open = true;
  addEventListener("afterprint", () => { for (const box of folded) box.open = false; }, { once: true });
}

// WebKit prints a picture that has not come yet as a blank: there, those further down the page come too once it is loaded.
function fetchPictures() {
  for (const picture of document.querySelectorAll("img[loading]")) picture.loading = "eager";
}

if (!CSS.supports("selector(::details-content)")) addEventListener("beforeprint", unfold);
if (navigator.vendor.startsWith("Apple")) addEventListener("load", fetchPictures);
