// Suggestions below the search box while somebody types: a combobox with a list box (ARIA 1.2).
// Without this file the box is a plain form, and so it stays where the server does not answer.
(() => {
  "use strict";

  const PAUSE = 150;

  const attach = (box) => {
    const list = document.createElement("ul");
    list.id = "completions";
    list.className = "completions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.dataset.list);
    box.after(list);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", list.id);
    box.setAttribute("aria-expanded", "false");
    box.setAttribute("autocomplete", "off");

    let chosen = -1;
    let timer = 0;
    let asking = null;

    const options = () => Array.from(list.children);

    const choose = (index) => {
      chosen = index;
      options().forEach((option, at) => {
        option.setAttribute("aria-selected", String(at === index));
      });
      const option = options()[index];
      if (option) {
        box.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      } else {
        box.removeAttribute("aria-activedescendant");
      }
    };

    // Whoever has begun to choose keeps the list, also if an answer to later letters is on its way.
    const stopAsking = () => {
      clearTimeout(timer);
      if (asking) {
        asking.abort();
      }
    };

    const close = () => {
      stopAsking();
      list.hidden = true;
      box.setAttribute("aria-expanded", "false");
      choose(-1);
    };

    // A title or heading is gone to; a word is searched for with all else that the form holds.
    const follow = (suggestion) => {
      close();
      if (suggestion.kind === "word") {
        box.value = suggestion.text;
        box.form.requestSubmit();
      } else {
        location.assign(suggestion.url);
      }
    };

    const option = (suggestion, index) => {
      const item = document.createElement("li");
      item.id = `completion-${index}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      const text = document.createElement("span");
      text.textContent = suggestion.text;
      text.lang = suggestion.language;
      item.append(text);
      if (box.dataset[suggestion.kind]) {
        const kind = document.createElement("span");
        kind.className = "kind";
        kind.textContent = box.dataset[suggestion.kind];
        item.append(" ", kind);
      }
      // Before the box loses its focus and the list its place.
      item.addEventListener("mousedown", (event) => event.preventDefault());
      item.addEventListener("click", () => follow(suggestion));
      return item;
    };

    const show = (suggestions) => {
      list.replaceChildren(...suggestions.map(option));
      choose(-1);
      list.hidden = suggestions.length === 0;
      box.setAttribute("aria-expanded", String(suggestions.length > 0));
    };

    const ask = async () => {
      asking = new AbortController();
      try {
        const address = `${box.dataset.completed}?q=${encodeURIComponent(box.value)}`;
        const answer = await fetch(address, { signal: asking.signal });
        if (answer.ok && document.activeElement === box) {
          show((await answer.json()).suggestions);
        }
      } catch (failure) {
        if (failure.name !== "AbortError") {
          close();
        }
      }
    };

    box.addEventListener("input", (event) => {
      stopAsking();
      if (event.isComposing) {
        return;
      }
      if (box.value.trim().length < 2) {
        close();
      } else {
        timer = setTimeout(ask, PAUSE);
      }
    });

    box.addEventListener("keydown", (event) => {
      const count = options().length;
      if (list.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        stopAsking();
      }
      if (event.key === "ArrowDown") {
        choose(chosen + 1 < count ? chosen + 1 : -1);
      } else if (event.key === "ArrowUp") {
        choose(chosen < 0 ? count - 1 : chosen - 1);
      } else if (event.key === "Enter" && chosen >= 0) {
        options()[chosen].click();
      } else if (event.key === "Escape") {
        close();
      } else {
        return;
      }
      event.preventDefault();
    });

    box.addEventListener("blur", close);
    box.form.addEventListener("submit", close);
  };

  document.querySelectorAll("input[data-completed]").forEach(attach);
})();
