// What the pages do with a script: show the members of a cell, search, filter a list. Without it all else still shows.
// Data come as scripts that call LAPPENDEKEN, for a page that is opened from disk may fetch nothing else.
"use strict";
const UP = document.body.dataset.up;
const FIRST = 100; // rows that a list begins with; the others come at a press of its button
const PAGES = { collaboration: "samenwerkingsverband", organisation: "organisatie" };
const SAID = {
  collaboration: ["samenwerkingsverband", "samenwerkingsverbanden"],
  organisation_snapshot: ["organisatie", "organisaties"],
  participant: ["deelname", "deelnames"],
  theme: ["beleidsterrein van een samenwerkingsverband", "beleidsterreinen van samenwerkingsverbanden"],
};
const SECOND = { participant: "organisation", theme: "theme" };
const PARTS = { numerator: "Teller", denominator: "Noemer" };
const waiting = {};
globalThis.LAPPENDEKEN = {
  namen: (data) => waiting.namen(data),
  leden: (figure, data) => waiting[`leden/${figure}`](data),
  teksten: (data) => waiting.teksten(data),
  gelezen: (data) => waiting.gelezen(data),
  zoek: (data) => waiting.zoek(data),
};

function load(kind, address) {
  return new Promise((kept, broken) => {
    waiting[kind] = kept;
    const script = document.createElement("script");
    script.src = UP + address;
    script.onerror = () => broken(new Error(address));
    document.head.append(script);
  });
}

function make(tag, words = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(words)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

const membersOf = (figure) => load(`leden/${figure}`, `data/leden/${figure}.js`);
const number = (n) => n.toLocaleString("nl-NL");
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const link = (kind, [id, name]) => (PAGES[kind] ? make("a", { href: `${UP}${PAGES[kind]}/${id}.html` }, name) : name);

// A list that begins with a few of its items and has a button for the others.
function list(items, draw, words) {
  const whole = make("ul", words);
  const put = (some) => whole.append(...some.map((item) => make("li", {}, ...draw(item))));
  put(items.slice(0, FIRST));
  if (items.length <= FIRST) return [whole];
  const button = make("button", { type: "button" }, `Toon ook de andere ${number(items.length - FIRST)}`);
  button.addEventListener("click", () => {
    const next = whole.children.length;
    put(items.slice(FIRST));
    button.remove();
    whole.children[next].querySelector("a")?.focus();
  });
  return [whole, button];
}

async function members(place) {
  const [names, data] = await Promise.all([load("namen", "data/namen.js"), membersOf(place.dataset.figuur)]);
  const cell = data.cellen[place.dataset.cel] ?? {};
  const snapshot = place.dataset.cel.split("/")[0];
  const parts = Object.keys(PARTS).filter((part) => part in cell);
  if (!parts.length) place.append(make("p", {}, "Dit cijfer heeft geen leden."));
  for (const part of parts) {
    const rows = cell[part].map(([table, year, weight, at]) => ({ table, year, weight, rows: data.rijen[at] }));
    const section = make("section", { "aria-label": PARTS[part] });
    place.append(section);
    for (const { table, year, weight, rows: of } of rows) {
      const second = SECOND[table];
      const count = second ? of.reduce((sum, row) => sum + row.length - 1, 0) : of.length;
      const sum = weight === 1 ? "" : `, elk voor ${number(weight)}`;
      const when = String(year) === snapshot ? "" : ` (peiling ${year})`;
      section.append(make("h3", {}, `${PARTS[part]}: ${number(count)} ${SAID[table][count === 1 ? 0 : 1]}${when}${sum}`));
      const first = table === "organisation_snapshot" ? "organisation" : "collaboration";
      const name = (row) => names[first][second ? row[0] : row][1];
      const sorted = [...of].sort((a, b) => name(a).localeCompare(name(b), "nl"));
      section.append(...list(sorted, (row) => drawn(row, names, first, second), { class: "members" }));
    }
  }
}

function drawn(row, names, first, second) {
  if (!second) return [link(first, names[first][row])];
  const some = row.slice(1).map((n) => names[second][n]).sort((a, b) => a[1].localeCompare(b[1], "nl"));
  const others = some.flatMap((one, i) => [i ? ", " : "", link(second, one)]);
  return [link(first, names[first][row[0]]), make("span", { class: "with" }, ...others)];
}

// The cells that count a collaboration or an organisation, asked for by a button: the members of all figures are a
// thousand times one page.
function counted(place) {
  const button = place.querySelector("button");
  place.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    const names = await load("namen", "data/namen.js");
    const [kind, id] = [place.dataset.soort, place.dataset.id];
    const own = names[kind].findIndex(([other]) => other === id);
    const holds = (table, row) => {
      if (kind === "collaboration") return table !== "organisation_snapshot" && (SECOND[table] ? row[0] : row) === own;
      return table === "organisation_snapshot" ? row === own : table === "participant" && row.indexOf(own, 1) > 0;
    };
    const told = make("ul", {});
    for (const [figure, title] of names.figure) {
      const data = await membersOf(figure);
      const hit = new Map();
      const has = (table, n) => {
        const key = `${table} ${n}`;
        if (!hit.has(key)) hit.set(key, data.rijen[n].some((row) => holds(table, row)));
        return hit.get(key);
      };
      const inside = (part) => Object.keys(data.cellen).filter((cell) => (data.cellen[cell][part] ?? []).some(([table, , , n]) => has(table, n)));
      const [above, below] = [inside("numerator"), inside("denominator")];
      if (!above.length && !below.length) continue;
      const links = above.flatMap((cell, i) => {
        const [snapshot, category] = cell.split("/");
        const label = category === "all" ? snapshot : `${names.category[category]} ${snapshot}`;
        return [i ? ", " : ": ", make("a", { href: `${UP}cel/${figure}/${snapshot}/${encodeURIComponent(category).replaceAll("%2B", "+")}.html` }, label)];
      });
      told.append(make("li", {}, make("a", { href: `${UP}figuur/${figure}.html` }, title), ...links, below.length ? ` (en in de noemer van ${number(below.length)})` : ""));
    }
    button.replaceWith(told.children.length ? told : make("p", {}, "Geen enkel cijfer telt dit mee."));
    told.querySelector("a")?.focus();
  });
}

// What was read at each place of a document; then to the place that was asked for, which has moved by it.
async function readings(place) {
  const [{ kolommen, teksten }, data] = await Promise.all([load("teksten", "data/teksten.js"), load("gelezen", `data/gelezen/${place.dataset.document}.js`)]);
  const text = (value) => (Array.isArray(value) ? value.map(text).join("; ") : typeof value === "number" ? teksten[value] : value);
  place.querySelectorAll(".mention").forEach((mention, n) => {
    const read = make("dl", { class: "read" });
    for (let at = 0; at < data[n].length; at += 2) read.append(make("dt", {}, kolommen[data[n][at]]), make("dd", {}, text(data[n][at + 1])));
    if (read.children.length) mention.append(read);
  });
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

const FOLDERS = { s: "samenwerkingsverband", o: "organisatie", d: "document" };
async function search(form) {
  const field = form.querySelector("input");
  const told = document.getElementById("gevonden");
  form.hidden = false;
  const entries = (await load("zoek", "data/zoek.js")).map((e) => [...e, plain(`${e[1]} ${e[2]} ${e[3]}`), plain(e[2])]);
  const show = () => {
    const asked = plain(field.value.trim());
    const words = asked.split(/\s+/).filter(Boolean);
    const found = words.length ? entries.filter((e) => words.every((w) => e[4].includes(w))) : [];
    const rank = (e) => (e[5] === asked || plain(e[1]) === asked ? 0 : e[5].startsWith(asked) ? 1 : e[5].includes(asked) ? 2 : 3);
    found.sort((a, b) => rank(a) - rank(b) || a[2].localeCompare(b[2], "nl"));
    told.textContent = words.length ? `${number(found.length)} gevonden${found.length > FIRST ? `, de eerste ${FIRST} staan hier` : ""}` : "";
    document.getElementById("uitkomst").replaceChildren(
      ...found.slice(0, FIRST).map((e) => make("li", {}, make("a", { href: `${UP}${FOLDERS[e[0]]}/${e[1]}.html` }, e[2]), " ", make("span", { class: "hint" }, e[0] === "o" ? e[3] : FOLDERS[e[0]]))),
    );
  };
  let timer;
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, 120); });
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  show();
}

function filter(place) {
  const rows = [...document.getElementById(place.dataset.filter).tBodies[0].rows];
  const texts = rows.map((row) => plain(row.textContent));
  const field = make("input", { type: "search", id: "filter", autocomplete: "off" });
  const told = make("p", { class: "count", role: "status" });
  const show = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, i) => { row.hidden = !words.every((w) => texts[i].includes(w)); count += !row.hidden; });
    told.textContent = words.length ? `${number(count)} van ${number(rows.length)}` : `${number(rows.length)} rijen`;
  };
  field.addEventListener("input", show);
  place.append(make("label", { for: "filter" }, "Zoek in deze lijst"), field, told);
  place.hidden = false;
  show();
}

for (const place of document.querySelectorAll("[data-filter]")) filter(place);
const cell = document.getElementById("leden");
if (cell) members(cell).catch((fault) => cell.append(make("p", { class: "notice" }, `De leden zijn niet te lezen: ${fault.message} ontbreekt.`)));
for (const place of document.querySelectorAll("[data-soort]")) counted(place);
const read = document.getElementById("gelezen");
if (read) readings(read).catch((fault) => read.prepend(make("p", { class: "notice" }, `De gelezen waarden zijn niet te tonen: ${fault.message} ontbreekt.`)));
const form = document.getElementById("zoek");
if (form) search(form);
