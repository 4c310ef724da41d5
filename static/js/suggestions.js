// Suggestions while typing, as an editable combobox (WAI-ARIA 1.2). The search works without this file.
(() => {
  const form = document.querySelector("[data-suggestions]");
  const field = form && form.elements.q;
  if (!field) return;

  const fewestLetters = 2;
  const patience = 120;
  // Kept while the page is open and no longer: others may use this phone.
  const answers = new Map();
  let options = [];
  let active = -1;
  let timer;
  let asking;

  const make = (tag, attributes) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  const list = make("ul", { id: "suggestions", class: "suggestions", role: "listbox", "aria-label": form.dataset.label });
  const status = make("p", { class: "hidden", role: "status" });
  list.hidden = true;
  field.after(list, status);
  // A search field may not be a combobox, and clears itself with Escape.
  field.type = "text";
  const combobox = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
    autocomplete: "off",
    autocapitalize: "none",
    inputmode: "search",
  };
  for (const [name, value] of Object.entries(combobox)) field.setAttribute(name, value);

  const activate = (place) => {
    if (options[active]) options[active].setAttribute("aria-selected", "false");
    active = place;
    if (!options[active]) return field.removeAttribute("aria-activedescendant");
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", options[active].id);
  };

  const open = (isOpen) => {
    list.hidden = !isOpen;
    field.setAttribute("aria-expanded", isOpen);
    if (!isOpen) {
      activate(-1);
      status.textContent = "";
    }
  };

  const choose = ({ text, url }) => {
    open(false);
    if (url) return location.assign(url);
    field.value = text;
    form.requestSubmit();
  };

  const option = (suggestion, number) => {
    const item = make("li", { id: `suggestion-${number}`, class: "suggestion", role: "option", "aria-selected": "false" });
    const text = make("span", { dir: "auto", lang: suggestion.lang });
    const kind = make("span", { class: "count" });
    text.textContent = suggestion.text;
    kind.textContent = suggestion.kind;
    item.append(text, " ", kind);
    item.addEventListener("click", () => choose(suggestion));
    item.suggestion = suggestion;
    return item;
  };

  const show = (answer) => {
    activate(-1);
    options = answer.suggestions.map(option);
    list.replaceChildren(...options);
    open(options.length > 0);
    status.textContent = answer.status;
  };

  const ask = async (text) => {
    if (asking) asking.abort();
    asking = new AbortController();
    try {
      if (!answers.has(text)) {
        const address = `${form.dataset.suggestions}?${new URLSearchParams({ q: text })}`;
        const response = await fetch(address, { credentials: "omit", cache: "no-store", signal: asking.signal });
        if (!response.ok) return;
        answers.set(text, await response.json());
      }
      if (field.value.trim() === text && document.activeElement === field) show(answers.get(text));
    } catch {
      // Typed on, or no connection: the search itself still works.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    const text = field.value.trim();
    if (text.length < fewestLetters) {
      options = [];
      open(false);
    } else timer = setTimeout(ask, patience, text);
  });

  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      event.preventDefault();
      const places = options.length + 1;
      const next = (active + 1 + step + places) % places - 1;
      open(true);
      activate(next);
    } else if (event.key === "Enter" && options[active]) {
      event.preventDefault();
      choose(options[active].suggestion);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      open(false);
    }
  });

  field.addEventListener("blur", () => open(false));
  form.addEventListener("submit", () => open(false));
  // The field keeps the focus while somebody taps.
  list.addEventListener("mousedown", (event) => event.preventDefault());
})();
