// Shows the page anew, where it was, as soon as anything has changed. Only the preview serves this.
// The pages' own policy lets it: its script, its style and its questions are those of the same server.
(() => {
  const version = new URL(document.currentScript.src).search.slice(1);
  const key = `preview ${location.pathname}`;
  const kept = sessionStorage.getItem(key);
  if (kept) {
    sessionStorage.removeItem(key);
    addEventListener("load", () => scrollTo({ ...JSON.parse(kept), behavior: "instant" }));
  }
  const later = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds));
  const inView = () => document.visibilityState === "visible" || new Promise((resume) => document.addEventListener("visibilitychange", resume, { once: true }));
  const look = async () => {
    for (;;) {
      // One question that waits for its answer; only the page in view asks, for a browser opens few lines to one server.
      await inView();
      try {
        const answer = await fetch(`/_preview/version?known=${version}`, { cache: "no-store" });
        if (answer.ok && (await answer.text()) !== version) {
          sessionStorage.setItem(key, JSON.stringify({ left: scrollX, top: scrollY }));
          location.reload();
          return;
        }
      } catch {
        await later(500); // The preview has ended; if it begins again, this page goes on.
      }
    }
  };
  look();
})();
