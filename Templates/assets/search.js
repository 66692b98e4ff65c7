// The search of the site: reads the static index under search/index/, asks no server and loads no other code.
// The rules for words are those of Sources/ArabicText; Tests/Search/words.json holds both to them.

// Words

const dropped = /[\u00ad\u034f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0898-\u089f\u08ca-\u08ff\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;
const folds = {};
for (const pair of ["اآأإٱٲٳ", "ءؤئ", "يىی", "كکڪ", "هةھۀہۂۃ", "ےۓ", "σς", "oø", "dđð", "lł", "iı", "hħ"]) {
  for (const letter of pair) folds[letter] = pair[0];
}
for (let digit = 0; digit < 10; digit++) {
  folds[String.fromCharCode(0x660 + digit)] = folds[String.fromCharCode(0x6f0 + digit)] = String(digit);
}
Object.assign(folds, { ß: "ss", æ: "ae", œ: "oe", þ: "th" });
const fold = (text, test) => text.replace(test, (letter) => folds[letter] ?? letter);

export function normalize(text) {
  const plain = text.replace(/[\ufc5e-\ufc63\ufe70-\ufe7f]/g, "").normalize("NFKC").replace(dropped, "");
  return fold(fold(plain, /[\u0600-\u06ff]/g).toLowerCase().normalize("NFKD")
    .replace(/[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/g, ""), /[ßæœþøđðłıħς]/g).normalize("NFC");
}

const only = (test) => new RegExp(`^[${test}]$`, "u");
const joiner = only(dropped.source.slice(1, -1) + "\\p{M}\\ufc5e-\\ufc63\\ufcf2-\\ufcf4\\ufe70-\\ufe7f");
const symbol = only("\\u2010-\\u205f\\u3000-\\u3003\\ufdfa-\\ufdff");
const rtl = only("\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}");
// a letter, r letter from right to left, d digit, j joiner, ' apostrophe, " gershayim, nothing: separator
function kind(char) {
  if (char === undefined) return "";
  if (char === "'" || char === "’") return "'";
  if (char === '"' || char === "׳" || char === "״") return '"';
  if (joiner.test(char)) return "j";
  if (symbol.test(char)) return "";
  if (/\p{L}/u.test(char)) return rtl.test(char) ? "r" : "a";
  return /\p{Nd}/u.test(char) ? "d" : "";
}

function plainWords(text) {
  const chars = Array.from(text), words = [];
  let at = 0;
  for (let i = 0; i < chars.length;) {
    let last = kind(chars[i]);
    if (!last || !"ard".includes(last)) { at += chars[i++].length; continue; }
    const start = at;
    let raw = "", tail = "";
    for (; i < chars.length; i++) {
      const now = kind(chars[i]);
      if (!now) break;
      if (now === "'" && !(last === "a" && kind(chars[i + 1]) === "a")) break;
      if (now === '"' && !(last === "r" && /^[א-ת]/.test(chars[i + 1] ?? ""))) break;
      if ("ard".includes(now)) {
        if (now !== last && (now === "r" || last === "r")) break;
        last = now;
      }
      if (raw && !"ard".includes(now) && now !== "j") { tail += chars[i]; continue; }
      raw += tail + chars[i];
      tail = "";
    }
    at += raw.length + tail.length;
    const normal = normalize(raw).replace(/(?<=.)["'’׳״](?=.)/g, "");
    if (normal) words.push({ normal, start, end: start + raw.length });
  }
  return words;
}

const isArabic = (word) => word >= "\u0600" && word < "\u0700";
export function words(text) {
  const all = [];
  for (const word of plainWords(text)) {
    const held = all[all.length - 1];
    if (held && word.start === held.end + 1 && text[held.end] === " " && isArabic(held.normal) && isArabic(word.normal)
      && (/^ن?مي$/.test(held.normal) ? word.normal.length > 1 : /^(ها|هاي|هايي)$/.test(word.normal) && held.normal.length > 1)) {
      held.normal += word.normal;
      held.end = word.end;
    } else all.push(word);
  }
  return all;
}

const known = new Map();

// Forms of a word: [start, end, ending, weight, whether something joined to its front is cut off]. The lists of endings
// and of words that only look as if something were joined to them stand in the head of the index.

let whole, uncut, falseNouns, endings, hebrew;
export function learn({ rules }) {
  [whole, uncut, falseNouns] = [rules.whole, rules.uncut, rules.falseNouns].map((list) => new Set(list.split(" ")));
  ({ endings, hebrew } = rules);
  known.clear();
}

function arabicCuts(word, cuts) {
  const n = word.length, front = [];
  const and = /^[وف]/.test(word) ? 1 : 0;
  const article = /^[وف]?(ال|لل|بال|كال)/.exec(word)?.[0].length;
  const isNoun = article && (n - article > 2 || (n - article === 2 && !falseNouns.has(word.slice(article))));
  if (isNoun) front.push([article, 0.8]);
  if (!uncut.has(word) && !(word.endsWith("ه") && uncut.has(word.slice(0, -1)))) {
    const add = (count, weight, least) => { if (n - count >= least) front.push([count, weight, 1]); };
    if (and) add(1, 0.7, 3);
    const rest = word.slice(and);
    if (/^[بكل]/.test(rest)) add(and + 1, 0.6, 3);
    else if (/^س[يتنا]/.test(rest)) add(and + 1, 0.5, 4);
    else if (rest.startsWith("مي")) add(and + 2, 0.5, 3);
    else if (rest.startsWith("نمي")) add(and + 3, 0.5, 3);
  }
  for (const [count, weight, joined] of front) cuts.push([count, n, "", weight, joined]);
  const back = (start, base, joined) => {
    if (whole.has(word.slice(start))) return;
    if (word.endsWith("يء") && n - start > 2) cuts.push([start, n - 2, "ء", 0.9 * base, joined]);
    const find = (list, end) => list?.find(([text, least]) => end - start - text.length >= least && word.endsWith(text, end));
    const first = find(endings, n);
    if (!first) return;
    const add = (end, weight) => cuts.push([start, end, end - start === 2 ? "ه" : "", weight * base, joined]);
    const bare = n - first[0].length;
    add(bare, 0.5);
    const second = !whole.has(word.slice(start, bare)) && find(first[2], bare);
    if (second) add(bare - second[0].length, 0.4);
  };
  if (!isNoun) back(0, 1, 0);
  for (const [count, weight, joined] of front) if (!joined || !isNoun || count > 1 || !and) back(count, weight, joined);
}

const unfinal = (text) => text.replace(/[ךםןףץ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1));
function hebrewCuts(word, cuts) {
  const n = word.length;
  if (unfinal(word) !== word) cuts.push([0, n, "", 0.95, 0]);
  const back = (start, base, joined) => {
    const end = hebrew.find((text) => n - start - text.length > 2 && word.endsWith(text));
    if (end) cuts.push([start, n - end.length, "", 0.5 * base, joined]);
  };
  back(0, 1, 0);
  for (const [count, weight] of [[1, 0.8], [2, 0.6], [3, 0.5]]) {
    if (n - count < 3 || !"והבכלמש".includes(word[count - 1])) return;
    cuts.push([count, n, "", weight, 1]);
    back(count, weight, 1);
  }
}

function englishCuts(word, cuts) {
  const n = word.length;
  if (!/[^sui]s$/.test(word) || word === "news") return;
  if (n > 4 && word.endsWith("ies")) cuts.push([0, n - 3, "y", 0.8, 0]);
  else cuts.push([0, n - (n > 4 && /[sxzh]es$/.test(word) ? 2 : 1), "", 0.8, 0]);
}

export function forms(word) {
  let found = known.get(word);
  if (found) return found;
  const cuts = [[0, word.length, "", 1, 0]];
  if (word.length > 2) {
    if (/^[\u0620-\u06ff]+$/.test(word)) arabicCuts(word, cuts);
    else if (/^[א-ת]+$/.test(word)) hebrewCuts(word, cuts);
    else if (word.length > 3 && /^[a-z]+$/.test(word)) englishCuts(word, cuts);
  }
  cuts.sort((a, b) => b[3] - a[3] || (b[1] - b[0]) - (a[1] - a[0]) || a[0] - b[0]);
  found = new Map();
  for (const [start, end, ending, weight, joined] of cuts) {
    const text = word.slice(start, end) + ending;
    const form = found.size ? unfinal(text) : text;
    if (!found.has(form)) found.set(form, { weight, joined });
  }
  known.set(word, found);
  return found;
}

const hash = (text) => {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
};
export const tails = (word) => [...new Set(Array.from(forms(word).keys(), (form) => {
  if (!/^[\u0590-\u06ff]/.test(form)) return hash(form.slice(0, 3));
  let end = form.length;
  while (end > 2 && /[اهيونتءےںהותיםמ]/.test(form[end - 1])) end--;
  return hash(unfinal(form.slice(Math.max(0, end - 3), end)));
}))];

// The weight with which a word of the index answers a word of the query; `proven` says of a word that it is no other
// word with something joined to its front.
export function match(asked, given, proven = () => false) {
  if (asked === given) return 1;
  const mine = forms(asked), blocked = [proven(asked), proven(given)];
  let best = 0;
  for (const [text, form] of forms(given)) {
    const own = mine.get(text);
    if (own && !(own.joined && blocked[0]) && !(form.joined && blocked[1])) best = Math.max(best, own.weight * form.weight);
  }
  return best;
}

// The index

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
function numbers(text) {
  const list = [];
  for (let i = 0, number = 0, shift = 0; i < text.length; i++) {
    const value = alphabet.indexOf(text[i]);
    number += (value & 31) * 2 ** shift;
    shift += 5;
    if (value < 32) { list.push(number); number = shift = 0; }
  }
  return list;
}

const main = globalThis.document?.querySelector("[data-search]");
const site = main && JSON.parse(main.dataset.search);
let head, cards, files;

async function load(path, header, mark, mode = "default") {
  const answer = await fetch(`${site.index}${path}?${mark}`, { cache: mode });
  if (!answer.ok) throw new Error(path);
  const text = await answer.text();
  if (!text.startsWith(header)) throw new Error(path);
  return text.slice(header.length);
}

const part = (text) => {
  const blank = text.startsWith("\n") ? 0 : text.indexOf("\n\n") + 1;
  return { cards: text.slice(0, blank), forms: text.slice(blank + 1).trimEnd().split("\n").map((line) => line.split("\t")) };
};
const keep = (lines, first) => {
  for (const line of lines.split("\n")) {
    const tab = line.indexOf("\t");
    if (tab > 0) cards.set(first + numbers(line.slice(0, tab))[0], line.slice(tab + 1));
  }
};

async function start(mode) {
  const answer = await fetch(`${site.index}head.txt`, { cache: mode });
  if (!answer.ok) throw new Error("head");
  const text = await answer.text(), line = text.indexOf("\n");
  head = JSON.parse(text.slice(0, line));
  learn(head);
  [cards, files] = [new Map(), new Map()];
  const last = head.segments[head.segments.length - 1];
  const rest = part(text.slice(line + 1)), first = last ? last.first + last.count : 0;
  keep(rest.cards, first);
  head.recent = { first, forms: rest.forms };
  head.names = new Map(head.topics);
}

function file(segment, name, read) {
  const path = `${segment.name}/${name}.txt`;
  if (!files.has(path)) {
    files.set(path, load(path, `warraq-search 1 ${segment.name} ${segment.count}/${segment.shards} ${name}\n`, segment.mark).then(read));
  }
  return files.get(path);
}
const shard = (segment, number) => file(segment, number, (text) => {
  const { cards: lines, forms } = part(text);
  keep(lines, segment.first);
  return forms;
});
const block = (segment, number) => file(segment, `c${number}`, (text) => text.split("\n").forEach((line, index) => {
  if (line) cards.set(segment.first + number * segment.block + index, line);
}));

function decode(list, first, weight, hits) {
  const weights = [1, 1.6, 2.4, 4];
  let next = 0;
  for (const number of numbers(list.replace("!", ""))) {
    next += Math.floor(number / 4) + 1;
    const story = first + next - 1, score = weight * weights[number & 3];
    if (!(hits.get(story) >= score)) hits.set(story, score);
  }
}

// The lists that may answer a word, one for each part of the index: [number of the first story, [[form, list]…]]
async function lists(keys) {
  const old = head.segments.map(async (segment) => {
    const shards = await Promise.all([...new Set(keys.map((key) => key % segment.shards))].map((key) => shard(segment, key)));
    return [segment.first, shards.length > 1 ? [...new Map(shards.flat())] : shards[0]];
  });
  return [...await Promise.all(old), [head.recent.first, head.recent.forms]];
}

async function ask(word, exact, base = 1, hits = new Map()) {
  for (const [first, all] of await lists(tails(word))) {
    const index = new Map(all);
    const proven = (form) => (index.get("ال" + form) ?? "").length > 1;
    for (const [form, list] of all) {
      const weight = exact ? Number(form === word) : match(word, form, proven);
      if (weight && form === word && list[0] === "!") hits.optional = true;
      if (weight) decode(list, first, weight * base, hits);
    }
  }
  return hits;
}

async function complete(word, hits) {
  const [first] = head.segments, found = new Set();
  const take = (form) => { if (form.startsWith(word) && form !== word && form[0] !== "#") found.add(form); };
  if (first && word.length > 1) {
    const list = await file(first, `w${hash(Array.from(word).slice(0, 2).join("")) % 16}`, (text) => text.split("\n"));
    list.forEach(take);
  }
  head.recent.forms.forEach(([form]) => take(form));
  const chosen = [...found].filter((form) => !match(word, form)).slice(0, 3);
  for (const form of chosen) await ask(form, false, 0.6, hits);
  return chosen;
}

export function parse(query) {
  const terms = [], phrases = [];
  const rest = query.slice(0, 600).replace(/(^|\s)["“”„«]([^"“”„«»]+)["“”»](?=\s|$)/g, (_, before, text) => {
    const phrase = words(text).map((word) => word.normal).slice(0, 12);
    if (phrase.length > 1) phrases.push(phrase);
    terms.push(...phrase.map((word) => ({ word, exact: true })));
    return before;
  });
  const open = words(rest).map((word) => ({ word: word.normal, exact: false }));
  const seen = new Set();
  return { terms: [...terms, ...open].filter(({ word }) => !seen.has(word) && seen.add(word)).slice(0, 12), phrases };
}

async function search({ q, topic, year, sort, typing }) {
  const { terms, phrases } = parse(q), marks = terms.map((term) => term.word);
  const answers = await Promise.all(terms.map((term) => ask(term.word, term.exact)));
  const last = terms[terms.length - 1];
  if (last && !last.exact && answers[answers.length - 1].size < (typing ? 10 : 1)) {
    marks.push(...await complete(last.word, answers[answers.length - 1]));
  }
  const required = answers.filter((hits) => !hits.optional);
  const needed = required.length ? required : answers;
  const total = new Map();
  for (const hits of answers) {
    const rarity = Math.log(1 + head.count / (hits.size + 1)) + 0.1, counts = needed.includes(hits);
    for (const [story, score] of hits) {
      const sum = total.get(story) ?? [0, 0];
      total.set(story, [sum[0] + counts, sum[1] + score * rarity]);
    }
  }
  let found = Array.from(total, ([story, [count, score]]) => ({ story, count, score: score * (1 + 0.3 * story / head.count) }));
  if (topic) {
    const members = new Map(), name = `#${topic}`;
    for (const [first, all] of await lists([hash(name)])) for (const [form, list] of all) if (form === name) decode(list, first, 1, members);
    found = found.filter((result) => members.has(result.story));
  }
  if (year) {
    const place = head.years.findIndex(([each]) => each === Number(year));
    const from = place < 0 ? Infinity : head.years[place][1], to = head.years[place + 1]?.[1] ?? Infinity;
    found = found.filter(({ story }) => story >= from && story < to);
  }
  let results = found.filter((result) => result.count === needed.length);
  const soft = !results.length && found.length > 0 && !phrases.length;
  if (soft) results = found.filter((result) => result.count > 0);
  results.sort((a, b) => b.count - a.count || (sort === "date" ? 0 : b.score - a.score) || b.story - a.story);
  if (phrases.length) results = await holding(results.slice(0, 30), phrases);
  return { results, marks, soft, asked: terms.length > 0, ordered: sort === "date" };
}

const holds = (text, phrases) => {
  const all = ` ${words(text).map((word) => word.normal).join(" ")} `;
  return phrases.every((phrase) => all.includes(` ${phrase.join(" ")} `));
};

// The results that have the phrases: the story itself is read where its headline does not say so.
async function holding(results, phrases) {
  await fetchCards(results);
  const kept = await Promise.all(results.map(async (result) => {
    const card = cardOf(result.story);
    if (holds(card.title, phrases) || holds(card.snippet, phrases)) return result;
    const page = await fetch(site.root + encodeURI(card.address));
    if (!page.ok) return null;
    const text = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("main article")?.innerText
      ?? "";
    return holds(text, phrases) ? { ...result, snippet: around(text, phrases[0]) } : null;
  }));
  return kept.filter((kept) => kept);
}

function around(text, phrase) {
  const all = words(text);
  const at = all.findIndex((_, index) => phrase.every((word, step) => all[index + step]?.normal === word));
  if (at < 0) return undefined;
  const from = all[Math.max(0, at - 6)], to = all[Math.min(all.length - 1, at + phrase.length + 8)];
  return `${at > 6 ? "… " : ""}${text.slice(from.start, to.end).replace(/\s+/g, " ")}${to === all[all.length - 1] ? "" : " …"}`;
}

const placeOf = (story) => {
  const segment = head.segments.find(({ first, count }) => story >= first && story < first + count);
  return segment && [segment, Math.floor((story - segment.first) / segment.block)];
};
const fetchCards = (results) => Promise.all(results.filter(({ story }) => !cards.has(story)).map(({ story }) => {
  const place = placeOf(story);
  return place && block(...place);
}));

// The next results: one whose card is not at hand waits where ten that are nearly as good have theirs.
function next(results, ordered) {
  const tenth = ordered ? 0 : results.filter(({ story }) => cards.has(story))[9]?.score ?? 0;
  const blocks = new Set(), chosen = [];
  for (const result of results) {
    if (chosen.length === 10) break;
    const key = cards.has(result.story) ? "" : `${placeOf(result.story)?.map((part) => part.name ?? part)}`;
    if (key && blocks.size && !blocks.has(key) && result.score < 1.5 * tenth) continue;
    if (key) blocks.add(key);
    chosen.push(result);
  }
  return chosen;
}

function cardOf(story) {
  const [day, short, topic, language, title, snippet] = (cards.get(story) ?? "A\t\t\t\t\t").split("\t");
  const date = new Date((numbers(day)[0] - 1e6) * 864e5).toISOString().slice(0, 10);
  let address = short;
  if (short[0] === "=") {
    const count = /^=(\d+)/.exec(short)[1];
    const slug = (title.match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? []).slice(0, count)
      .map((word) => word.replace(/[A-Z]/g, (letter) => letter.toLowerCase())).join("-");
    address = `${date.replaceAll("-", "/")}/${slug}${short.slice(count.length + 1)}/`;
  }
  return { date, address, topic, language, title, snippet };
}

// The page

const digits = (number) => String(number).replace(/\d/g, (digit) => site.digits[digit]);
const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

function marked(text, marks) {
  const bdi = element("bdi");
  let at = 0;
  for (const { normal, start: from, end } of words(text)) {
    if (!marks.some((mark) => match(mark, normal))) continue;
    bdi.append(text.slice(at, from), element("mark", {}, text.slice(from, end)));
    at = end;
  }
  bdi.append(text.slice(at));
  return bdi;
}

function item(result, marks) {
  const card = cardOf(result.story), snippet = result.snippet ?? card.snippet;
  const rtlTag = /^(ar|fa|ur|he|ps|ckb|sd|ug)\b/.test(card.language);
  const foreign = card.language ? { lang: card.language, dir: rtlTag ? "rtl" : "ltr" } : {};
  const [year, month, number] = card.date.split("-").map(Number);
  const day = site.months[month - 1].replace("{d}", digits(number)).replace("{y}", digits(year));
  const facts = element("p", { class: "date", ...(card.language && { lang: site.language, dir: site.direction }) },
    element("time", { datetime: card.date }, day));
  const name = head.names.get(card.topic);
  if (name) facts.append(" · ", element("a", { href: `${site.root}topics/${encodeURIComponent(card.topic)}/` }, element("bdi", {}, name)));
  const link = element("a", { href: site.root + card.address.split("/").map(encodeURIComponent).join("/") }, marked(card.title, marks));
  const text = snippet ? [element("p", { class: "summary" }, marked(snippet, marks))] : [];
  return element("li", {}, element("article", { class: "card", ...foreign }, element("h2", {}, link), ...text, facts));
}

function begin() {
  const form = main.querySelector("form"), status = main.querySelector("[role=status]"), list = main.querySelector("ol");
  const more = main.querySelector(".search-more"), fields = form.elements;
  let turn = 0, timer, rest = [], shown;

  const clear = () => {
    list.replaceChildren();
    more.hidden = true;
  };
  const say = (text, isError) => {
    status.textContent = text;
    status.classList.toggle("search-error", !!isError);
  };
  const count = (number) => {
    const words = site.count;
    return (words[new Intl.PluralRules(site.language).select(number)] ?? words.other).replace("{n}", digits(number));
  };
  const fill = () => {
    const options = (select, rows) => select.length < 2 && rows.length > 1
      && select.append(...rows.map(([value, text]) => element("option", { value }, text)));
    options(fields.topic, head.topics);
    options(fields.year, [...head.years].reverse().map(([year]) => [String(year), digits(year)]));
    main.querySelector(".search-filters").hidden = false;
    choose();
  };
  const asked = (name) => new URLSearchParams(location.search).get(name) ?? "";
  // A choice of the address that is not on the list counts as none.
  const choose = () => {
    for (const name of ["topic", "year", "sort"]) {
      fields[name].value = asked(name);
      if (fields[name].selectedIndex < 0) fields[name].value = "";
    }
  };
  const read = () => {
    fields.q.value = asked("q");
    choose();
  };
  const state = () => Object.fromEntries(["q", "topic", "year", "sort"].map((name) => [name, fields[name].value]));

  async function showMore() {
    const chosen = next(rest, shown.ordered);
    const taken = new Set(chosen);
    rest = rest.filter((result) => !taken.has(result));
    await fetchCards(chosen);
    const items = chosen.map((result) => item(result, shown.marks));
    list.append(...items);
    more.hidden = rest.length === 0;
    return items;
  }

  async function run(typing, mode = "no-cache") {
    const mine = ++turn;
    if (!fields.q.value.trim()) {
      clear();
      return say(site.hint);
    }
    const wait = setTimeout(() => mine === turn && say(site.searching), 300);
    try {
      if (!head || mode === "reload") {
        await start(mode);
        fill();
        if (mine !== turn) return;
      }
      const answer = await search({ ...state(), typing });
      if (mine !== turn) return;
      [shown, rest] = [answer, answer.results];
      const first = next(rest, answer.ordered);
      await fetchCards(first);
      if (mine !== turn) return;
      clear();
      await showMore();
      const number = answer.results.length;
      say(!number ? site.none : answer.soft ? `${site.some} ${count(number)}` : count(number));
    } catch (error) {
      if (mine !== turn) return;
      if (mode !== "reload") return await run(typing, "reload");
      clear();
      say(site.error, true);
      [head, files] = [undefined, undefined];
    } finally {
      clearTimeout(wait);
    }
  }

  const address = () => {
    const query = new URLSearchParams(Object.entries(state()).filter(([, value]) => value));
    return query.size ? `?${query}` : location.pathname;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    if (address() !== location.search) history.pushState(null, "", address());
    run(false);
  });
  form.addEventListener("input", (event) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      history.replaceState(null, "", address());
      run(event.target === fields.q && !/\s$/.test(fields.q.value));
    }, event.target === fields.q ? 250 : 0);
  });
  addEventListener("popstate", () => { read(); run(false); });
  more.addEventListener("click", async () => {
    try {
      const items = await showMore();
      items[0]?.querySelector("a").focus();
    } catch {
      say(site.error, true);
    }
  });
  // Arrows lead from the field through the results.
  main.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [fields.q, ...list.querySelectorAll("h2 a")], at = stops.indexOf(document.activeElement);
    const to = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !to) return;
    event.preventDefault();
    to.focus();
  });

  form.hidden = false;
  read();
  if (fields.q.value) run(false);
  else {
    say(site.hint);
    fields.q.focus({ preventScroll: true });
  }
}

if (main) begin();
