// Search: in the masthead of every page as a list below the field, on the search page as lists of links.
// The library and the list of documents come with the first use, as scripts: a page opened from a disk may load nothing else.
// Without this script the field leads to the search page, which lists everything.
(() => {
  "use strict";
  const form = document.querySelector("form[data-search]");
  if (!form) return;
  const field = form.querySelector("input");
  const onPage = form.dataset.search === "page";
  const page = new URL(form.getAttribute("action"), document.baseURI);
  const root = new URL("./", page);

  const KINDS = [
    ["people", "People", 4], ["organisations", "Organisations", 4], ["countries", "Countries", 3], ["cases", "Cases", 3],
    ["facts", "Facts", 6], ["sources", "Sources", 3], ["pages", "Pages", 3],
  ]; // with how many of them the list below the field has room for
  const STOP = new Set("a an and as at by for from in of on or that the to was were with".split(" "));
  const LETTERS = { "ə": "e", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe" }; // which Unicode takes no accent from
  const WORD = /[\p{L}\p{N}\p{M}]+/gu;

  const fold = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[əıłøđßæœ]/g, (letter) => LETTERS[letter]);
  const isLong = (word) => word.length > 3 && !/\d/.test(word); // enough to be mistyped; another number is another number
  const words = (text) => text.match(WORD) || [];
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  let index, loading;
  const script = (name) => new Promise((done, failed) => {
    const element = make("script", { src: new URL(name, root).href });
    element.addEventListener("load", done);
    element.addEventListener("error", () => failed(new Error(name)));
    document.head.append(element);
  });

  const load = () => {
    loading ||= Promise.all([script("theme/js/vendor/minisearch.js"), script("search/index.js")]).then(() => {
      const documents = globalThis.dossierSearch;
      const names = documents.map(({ text, also }) => [text, ...(also || [])].join(" "));
      index = new globalThis.MiniSearch({
        fields: ["text", "names", "about"],
        storeFields: ["kind", "url", "text", "shown", "aside", "also"],
        tokenize: words,
        processTerm: (word) => { const folded = fold(word); return STOP.has(folded) ? null : folded; },
        searchOptions: { processTerm: fold, boost: { text: 3, names: 3 }, prefix: true, fuzzy: (word) => (isLong(word) ? 0.2 : false) },
      });
      index.addAll(documents.map((document, id) => ({
        ...document,
        id,
        // What shows no text, and a story, is found by its address as well, which names its topic.
        names: [...(document.also || []), document.shown || document.kind === "pages" ? document.url.replace(/^.*\/|\.html$/g, "") : ""].join(" "),
        about: (document.about || []).map((number) => names[number]).join(" "),
      })));
    }).catch((error) => { loading = null; throw error; });
    return loading;
  };

  // Two letters that changed places are the most common slip, and count as two for the library.
  const swapped = (word) => !isLong(word) ? [] : [...word].slice(1).map((_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));

  const search = (typed) => {
    const all = words(typed).map(fold);
    const telling = all.filter((word) => !STOP.has(word) && (word.length > 1 || /\d/.test(word)));
    const terms = telling.length ? telling : all.slice(-1);
    const queries = terms.map((term) => ({ combineWith: "OR", queries: [term, { combineWith: "OR", fuzzy: false, queries: swapped(term) }] }));
    const found = index.search({ combineWith: "AND", queries });
    return found.length ? found : index.search({ combineWith: "OR", queries });
  };

  const grouped = (hits) => KINDS.map(([kind, title, room]) => ({ title, room, hits: hits.filter((hit) => hit.kind === kind) })).filter((group) => group.hits.length);

  const marked = (text, terms) => {
    const parts = [];
    let end = 0;
    for (const found of [...text.matchAll(WORD)].filter(([word]) => terms.has(fold(word)))) {
      parts.push(text.slice(end, found.index), make("mark", {}, found[0]));
      end = found.index + found[0].length;
    }
    return [...parts, text.slice(end)];
  };

  const hitLink = (hit, attributes) => {
    const terms = new Set(hit.terms);
    const link = make("a", { class: "hit", href: new URL(hit.url, root).href, ...attributes });
    link.append(make("span", { class: "hit__text", dir: "auto", ...(hit.lang && { lang: hit.lang }) }, ...(hit.shown ? [hit.shown] : marked(hit.text, terms))));
    // Another spelling that was found is said, lest the name look like a wrong hit.
    const spelled = hit.shown ? [] : (hit.also || []).filter((name) => words(name).some((word) => terms.has(fold(word))));
    const aside = [...(hit.aside ? [hit.aside] : []), ...spelled.map((name) => `also “${name}”`)].join("; ");
    if (aside) link.append(make("span", { class: "hit__aside" }, ...marked(aside, spelled.length ? terms : new Set())));
    return link;
  };

  const summary = (groups, typed) => {
    const count = groups.reduce((sum, group) => sum + group.hits.length, 0);
    if (!count) return `Nothing found for “${typed}”.`;
    return `${count} found. ${groups.map((group) => `${group.title}: ${group.hits.length}`).join(", ")}.`;
  };

  const status = form.querySelector("[role=status]");
  // As one types: on both kinds of page, what was typed last is what is shown.
  const whenTyped = (show, failed) => {
    let timer;
    const run = async () => {
      const typed = field.value.trim();
      if (!typed) return show("", []);
      try { await load(); } catch { return failed(); }
      if (typed === field.value.trim()) show(typed, grouped(search(typed)));
    };
    field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(run, 80); });
    field.addEventListener("focus", () => load().catch(() => {}), { once: true });
    return run;
  };

  const below = () => {
    const list = make("div", { role: "listbox", id: "search-results", "aria-label": "Results" });
    const message = make("p", { class: "search__message", "aria-hidden": "true" });
    const panel = make("div", { class: "search__panel", hidden: "" }, list, message);
    form.append(panel);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", "search-results"]]) field.setAttribute(name, value);
    let options = [];
    let active = -1;
    const activate = (number) => {
      active = number;
      options.forEach((option, at) => {
        option.classList.toggle("hit--active", at === active);
        option.setAttribute("aria-selected", String(at === active));
      });
      if (active < 0) return field.removeAttribute("aria-activedescendant");
      field.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    };
    const open = (isOpen) => {
      panel.hidden = !isOpen;
      field.setAttribute("aria-expanded", String(isOpen && options.length > 0));
      if (!isOpen) activate(-1);
    };
    const show = (typed, groups) => {
      list.replaceChildren();
      options = [];
      const option = (link) => { options.push(link); return link; };
      const attributes = () => ({ role: "option", id: `search-hit-${options.length}`, tabindex: "-1", "aria-selected": "false" });
      groups.forEach((group, number) => {
        const heading = make("div", { class: "search__kind", id: `search-kind-${number}`, role: "presentation" }, group.title);
        const hits = group.hits.slice(0, group.room).map((hit) => option(hitLink(hit, attributes())));
        list.append(make("div", { role: "group", "aria-labelledby": heading.id }, heading, ...hits));
      });
      const count = groups.reduce((sum, group) => sum + group.hits.length, 0);
      if (count > options.length) list.append(option(make("a", { ...attributes(), class: "hit hit--all", href: `${page.href}?q=${encodeURIComponent(typed)}` }, `All ${count} on a page of their own`)));
      status.textContent = message.textContent = typed ? summary(groups, typed) : "";
      list.hidden = !options.length;
      message.hidden = options.length > 0;
      activate(-1);
      open(Boolean(typed) && document.activeElement === field);
    };
    const run = whenTyped(show, () => {
      show("", []);
      status.textContent = message.textContent = "The search could not be loaded.";
      open(true);
    });
    field.addEventListener("focus", () => { if (field.value.trim()) run(); });
    field.addEventListener("blur", () => open(false));
    // A press on the list must not take the focus from the field, which would close the list under it.
    panel.addEventListener("mousedown", (event) => event.preventDefault());
    field.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (panel.hidden || !options.length) return;
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        activate(active < 0 ? (step > 0 ? 0 : options.length - 1) : (active + step + options.length) % options.length);
      }
      if (event.key === "Escape" || (event.key === "Enter" && active >= 0)) {
        event.preventDefault();
        if (event.key === "Escape") leave(); else options[active].click();
      }
    });
    form.addEventListener("submit", (event) => { if (!field.value.trim()) event.preventDefault(); });
  };

  const ownPage = () => {
    const found = document.getElementById("found");
    const everything = document.getElementById("a-to-z");
    let shown = "";

    const show = (typed, groups) => {
      status.textContent = typed ? summary(groups, typed) : "";
      found.replaceChildren(...groups.flatMap((group, number) => {
        const heading = make("h2", { id: `found-${number}` }, `${group.title} (${group.hits.length})`);
        const list = make("ul", { class: "found" }, ...group.hits.map((hit) => make("li", {}, hitLink(hit, {}))));
        return make("section", { "aria-labelledby": heading.id }, heading, list);
      }));
      everything.hidden = groups.length > 0;
      if (typed === shown) return;
      shown = typed;
      history.replaceState(null, "", typed ? `?q=${encodeURIComponent(typed)}` : location.pathname.split("/").pop());
    };
    const run = whenTyped(show, () => { status.textContent = "The search could not be loaded. Everything is listed below."; });

    const read = () => {
      shown = field.value = (new URLSearchParams(location.search).get("q") || "").trim();
      if (shown) run();
    };
    form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
    addEventListener("keydown", (event) => {
      const links = [field, ...found.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      if (at < 0 || event.isComposing) return;
      const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
      if (!links[next] && event.key !== "Escape") return;
      event.preventDefault();
      if (links[next]) links[next].focus();
      else if (at) field.focus();
      else leave();
    });
    read();
  };

  // The key can be turned off, for those whose software types letters by itself (WCAG 2.1.4).
  const OFF = "search-key-off";
  const stored = (change) => { try { return change(localStorage); } catch { return null; } }; // none from a disk, in some browsers
  let isOn = stored((storage) => storage.getItem(OFF)) === null;
  let before = null;

  const leave = () => {
    const back = before;
    before = null;
    if (back && back !== document.body && back.isConnected) back.focus(); else field.blur();
  };
  addEventListener("keydown", (event) => {
    if (!isOn || event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]:not([contenteditable=false])")) return;
    event.preventDefault();
    before = document.activeElement;
    field.focus();
    field.select();
  });
  if (onPage) {
    const box = document.getElementById("search-key");
    box.checked = isOn;
    box.addEventListener("change", () => {
      isOn = box.checked;
      stored((storage) => (isOn ? storage.removeItem(OFF) : storage.setItem(OFF, "1")));
    });
    ownPage();
  } else below();
})();
