// Keys, and keeping what is being typed. Without this file every page works with the mouse and the tab key.
"use strict";
(() => {
  const SWITCH = "sneltoetsen";
  const WAIT = 600; // milliseconds of rest before what was typed is kept
  const body = document.body;
  body.classList.add("with-script");

  let on = localStorage.getItem(SWITCH) !== "uit";
  const button = document.querySelector("[data-switch]");
  const say = () => {
    if (!button) return;
    button.textContent = on ? "Sneltoetsen staan aan" : "Sneltoetsen staan uit";
    button.setAttribute("aria-pressed", String(on));
  };
  if (button) {
    button.addEventListener("click", () => {
      on = !on;
      localStorage.setItem(SWITCH, on ? "aan" : "uit");
      say();
    });
  }
  say();

  const form = document.querySelector("form[data-note]");
  const kept = document.querySelector(".kept");
  let timer = null;
  const keep = async () => {
    timer = null;
    try {
      const answer = await fetch(form.dataset.note, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      kept.textContent = answer.ok ? "Bewaard als klad, nog geen antwoord." : "Niet bewaard; laad de bladzijde opnieuw.";
    } catch {
      kept.textContent = "Niet bewaard: het programma staat uit.";
    }
  };
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, WAIT);
  };
  if (form) {
    form.addEventListener("input", changed);
    form.addEventListener("submit", () => clearTimeout(timer));
  }

  const typing = (element) =>
    element.matches("textarea, select, input:not([type=radio], [type=checkbox])") || element.isContentEditable;
  const save = () => document.querySelector("[data-save]");

  const press = (element) => {
    if (element.matches("textarea, input:not([type=radio], [type=checkbox])")) {
      element.focus();
    } else {
      if (element.matches("input")) element.focus();
      element.click();
    }
  };

  document.addEventListener("keydown", (event) => {
    const here = event.target instanceof Element ? event.target : body;
    if (event.key === "Escape" && typing(here)) {
      here.blur();
      return;
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && save()) {
      event.preventDefault();
      save().click();
      return;
    }
    if (!on || event.ctrlKey || event.metaKey || event.altKey || typing(here)) return;
    if (event.key === "Enter") {
      if (here.matches("a, button, summary") || !save()) return;
      event.preventDefault();
      save().click();
      return;
    }
    let key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.key.startsWith("Arrow") && here.matches("input, .scroll")) return; // they move within it
    if (key === "ArrowLeft") key = "v";
    const wanted = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (wanted) {
      event.preventDefault();
      press(wanted);
    }
  });

  for (const repeat of document.querySelectorAll("[data-repeat]")) {
    repeat.addEventListener("click", () => {
      document.getElementById("toelichting").value = repeat.dataset.repeat;
      changed();
    });
  }
  for (const all of document.querySelectorAll("[data-first]")) {
    all.addEventListener("click", () => {
      for (const group of form.querySelectorAll("fieldset")) group.querySelector("input").checked = true;
      changed();
    });
  }

  const faults = document.getElementById("fouten");
  if (faults) faults.focus();
})();
