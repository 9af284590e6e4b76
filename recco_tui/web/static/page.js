document.addEventListener("DOMContentLoaded", () => {
  document.querySelector("#again").addEventListener("click", () => window.location.reload());
  // The board is driven by keys: it must have them before anybody clicks on it.
  const drawn = new MutationObserver(() => {
    if (document.body.classList.contains("-closed")) {
      drawn.disconnect();
      document.querySelector("#again").focus();
    } else if (document.body.classList.contains("-first-byte")) {
      document.querySelector(".xterm-helper-textarea").focus();
    }
  });
  drawn.observe(document.body, { attributeFilter: ["class"] });
});
// The terminal makes a link of each address in anybody's text; recco opens LinkedIn's pages alone.
const openPage = window.open.bind(window);
window.open = (url, ...rest) =>
  String(url).startsWith("https://www.linkedin.com/") ? openPage(url, ...rest) : null;
