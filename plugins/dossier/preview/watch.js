// Shows the page anew, where it was, as soon as there is another build. Only the preview serves this.
// The pages' own policy lets it: its script, its style and its questions are those of the same server.
(() => {
  const version = new URL(document.currentScript.src).search.slice(1);
  const key = `preview ${location.pathname}`;
  const kept = sessionStorage.getItem(key);
  if (kept) {
    sessionStorage.removeItem(key);
    addEventListener("load", () => scrollTo({ ...JSON.parse(kept), behavior: "instant" }));
  }
  // Short questions rather than one that waits: a browser opens few lines to one server, and several pages may be in view.
  const look = async () => {
    try {
      const answer = await fetch("/_preview/version", { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== version) {
        sessionStorage.setItem(key, JSON.stringify({ left: scrollX, top: scrollY }));
        location.reload();
        return;
      }
    } catch {
      // The preview has ended; if it begins again, this page goes on.
    }
    setTimeout(look, 500);
  };
  setTimeout(look, 500);
})();
