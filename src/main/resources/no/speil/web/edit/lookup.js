// Looking up words in the archive and adding them to the glossary, without leaving the edit page.
(() => {
  "use strict";

  const { editing } = globalThis.speil;
  if (!editing) {
    return;
  }
  const { keys } = editing;
  const { root } = document.documentElement.dataset;
  const MOST = 5;
  const LOOKED_AT = 30;
  const LONGEST = 200;
  const found = () => document.getElementById("found");
  const field = (name) => document.getElementById(name);
  const box = () => document.getElementById("markdown");
  let asking = null;

  // What is selected: in the box, or in a text of the page.
  const selected = () => {
    const here = document.activeElement;
    const inBox = here?.matches(".box") ? here.value.slice(here.selectionStart, here.selectionEnd) : "";
    const text = inBox || String(document.getSelection());
    return text.replace(/\s+/g, " ").trim().slice(0, LONGEST);
  };

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    return Object.assign(made, attributes);
  };

  const link = (words, href) => element("a", words, { href, target: "_blank" });

  const counterpart = (each) => (each.side === "original" ? each.hit.translation : each.hit.original);

  const line = (each) => {
    const here = each.side === "original" ? each.hit.language : "en";
    const other = counterpart(each);
    const item = element("li", "");
    const place = element("p", "", { lang: here, className: "text" });
    place.append(each.before, element("mark", each.match), each.after);
    item.append(place);
    if (other) {
      const lang = each.side === "original" ? "en" : each.hit.language;
      item.append(element("p", other.text, { lang, className: "text counterpart" }));
    }
    const from = element("p", "", { className: "by" });
    const { no, en } = each.hit.title;
    const english = document.documentElement.lang === "en";
    from.append(link(english ? en || no : no || en, each.hit.url));
    item.append(from);
    return item;
  };

  // Brings what is looked up to the top of the panel; the text beside it stays where it is.
  const roll = () => {
    const panel = document.getElementById("help");
    const top = field("looked-up").getBoundingClientRect().top - panel.getBoundingClientRect().top;
    panel.scrollBy({ top, behavior: "instant" });
  };

  const show = (query, answer) => {
    const list = element("ul", "");
    const both = answer.lines.filter(counterpart);
    const alone = answer.lines.filter((each) => !counterpart(each));
    list.append(...[...both, ...alone].slice(0, MOST).map(line));
    const more = element("p", "", { className: "by" });
    more.append(link(`${found().dataset.all} (${answer.total})`, `${root}kwic?q=${encodeURIComponent(query)}`));
    if (!query.includes(" ")) {
      more.append(" · ", link(found().dataset.word, `${root}word/${encodeURIComponent(query)}`));
    }
    found().replaceChildren(...(answer.total > 0 ? [more, list] : [element("p", found().dataset.none, { className: "hint" })]));
    roll();
  };

  const look = async () => {
    const words = field("phrase").value.trim();
    if (words === "") {
      return;
    }
    const query = /\s/.test(words) && !words.includes('"') ? `"${words}"` : words;
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(`${root}api/v1/kwic?q=${encodeURIComponent(query)}&size=${LOOKED_AT}`, { signal: asking.signal });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      show(query, await answer.json());
    } catch (failure) {
      if (failure.name !== "AbortError") {
        found().replaceChildren(element("p", found().dataset.away, { className: "hint" }));
      }
    }
  };

  editing.parts.push(() => {
    field("lookup").addEventListener("submit", (event) => {
      event.preventDefault();
      look();
    });
  });
  keys.f = () => editing.later(() => {
    const words = selected();
    field("looked-up").open = true;
    if (words === "") {
      field("phrase").focus({ preventScroll: true });
      field("phrase").select();
      roll();
    } else {
      field("phrase").value = words;
      look();
    }
  });

  // The glossary
  keys.g = () => editing.later(() => {
    const words = selected();
    const inBox = document.activeElement?.matches(".box");
    document.querySelector(".add-term").open = true;
    if (words !== "") {
      field(inBox ? "term-english" : "term-norwegian").value = words;
    }
    field(words !== "" && !inBox ? "term-english" : "term-norwegian").focus();
  });

  // Sends the whole form, whose answer is this page with the glossary as it is now; takes that.
  const add = async (button) => {
    const { form } = button;
    const fields = new URLSearchParams(new FormData(form));
    fields.set(button.name, button.value);
    button.disabled = true;
    try {
      const answer = await fetch(`${form.action}?part=1`, { method: "POST", body: fields });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!button.isConnected) {
        return; // one has gone on
      }
      const words = page.getElementById("words");
      if (!words) {
        throw new Error(String(answer.status));
      }
      document.getElementById("words").replaceWith(words);
      if (words.querySelector("[role=alert]")) {
        field("term-norwegian").focus();
      } else {
        box().focus(); // at the cursor, where the writer left it
      }
    } catch {
      document.querySelector(".added").textContent = found().dataset.away;
      button.disabled = false;
    }
  };
  // On the document, since its place comes anew with each word that is added.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[value=term]");
    if (button) {
      event.preventDefault();
      add(button);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.altKey && !event.ctrlKey && event.target.closest(".add-term input")) {
      event.preventDefault();
      document.querySelector("button[value=term]").click();
    }
  });
})();
