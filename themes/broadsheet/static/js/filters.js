// Narrows the chronology by year, kind, person and country at once, with counts; the choice is in the address.
// Without this script the views listed on the page are pages of their own.
(() => {
  "use strict";
  const views = document.getElementById("views");
  const years = document.getElementById("years");
  const lines = [...years.querySelectorAll(".line")];
  const groups = [...views.querySelectorAll("[data-filter]")];

  // Read once: a choice asks every line about every option.
  const told = new Map(lines.map((line) => {
    const { years: span = "", kind, about } = line.dataset;
    return [line, { span: span.split(" ").map(Number), kind, about: new Set(about.split(" ")) }];
  }));
  const about = (line, value) => told.get(line).about.has(value);
  const matches = {
    year: (line, value) => told.get(line).span[0] <= Number(value) && Number(value) <= told.get(line).span.at(-1),
    kind: (line, value) => told.get(line).kind === value,
    person: about,
    country: about,
  };

  const form = document.createElement("form");
  form.className = "filters";
  form.setAttribute("aria-label", "Filters");
  const selects = new Map();
  for (const group of groups) {
    const name = group.dataset.filter;
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.name = name;
    select.append(new Option("all", ""));
    for (const link of group.querySelectorAll("a")) select.append(new Option(link.textContent, link.dataset.value));
    label.append(group.querySelector("summary").textContent, select);
    form.append(label);
    selects.set(name, select);
  }
  const reset = document.createElement("button");
  reset.type = "reset";
  reset.textContent = "Show all";
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  form.append(reset, status);
  views.before(form);
  views.hidden = true;

  const chosen = () => [...selects].filter(([, select]) => select.value).map(([name, select]) => [name, select.value]);
  const passes = (line, choice) => choice.every(([name, value]) => matches[name](line, value));

  const show = () => {
    const choice = chosen();
    let shown = 0;
    for (const line of lines) {
      line.hidden = !passes(line, choice);
      shown += !line.hidden;
    }
    for (const year of years.querySelectorAll(".year")) year.hidden = !year.querySelector(".line:not([hidden])");
    for (const [name, select] of selects) {
      const left = lines.filter((line) => passes(line, choice.filter(([other]) => other !== name)));
      for (const option of select.options) {
        if (!option.value) continue;
        option.dataset.label ||= option.textContent;
        const count = left.filter((line) => matches[name](line, option.value)).length;
        option.textContent = `${option.dataset.label} (${count})`;
        option.disabled = count === 0 && option.value !== select.value;
      }
    }
    status.textContent = choice.length ? `${shown} of ${lines.length} facts` : "";
  };

  const write = () => {
    const query = new URLSearchParams(chosen()).toString();
    const address = query ? `?${query}` : location.pathname.split("/").pop() || "index.html";
    history.pushState(null, "", address);
    show();
  };

  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const [name, select] of selects) {
      const value = query.get(name) || "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    show();
  };

  form.addEventListener("change", write);
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const select of selects.values()) select.value = "";
    write();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  read();
})();
