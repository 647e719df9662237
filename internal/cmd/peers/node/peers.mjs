// Runs one of the Node programs at one task, as package peer says.
import { readFileSync } from "node:fs";

// The language of the texts, and what Recognizers-Text calls it.
const language = process.env.PEER_LANGUAGE || "en";
const culture = { en: "en-us", es: "es-es", fr: "fr-fr", pt: "pt-br" }[language];

// Each returns a function from a text and its day of publication to findings
// with UTF-16 offsets, or to a text.
const programs = {
  async "names compromise"() {
    const nlp = (await import("compromise")).default;
    return (text) => {
      const doc = nlp(text);
      const of = (view, value) => view.json({ offset: true, terms: false }).map((m) => trimmed(text, m.offset, value));
      return [
        ...of(doc.people(), "person"), ...of(doc.places(), "place"), ...of(doc.organizations(), "organisation"),
      ];
    };
  },
  async "dates chrono-node"() {
    const chrono = await import("chrono-node");
    const { parse } = language === "en" ? chrono : chrono[language];
    return (text, published) => parse(text, { instant: noon(published), timezone: 0 }).map((r) => ({
      start: r.index, end: r.index + r.text.length, value: iso(r.start.date()),
    }));
  },
  async "dates compromise-dates"() {
    const nlp = (await import("compromise")).default;
    nlp.plugin((await import("compromise-dates")).default);
    return (text, published) => nlp(text).dates({ today: published, timezone: "UTC" }).json({ offset: true, terms: false })
      .map((m) => trimmed(text, m.offset, m.dates?.start?.slice(0, 10)));
  },
  async "dates wink-nlp"() { return wink("DATE"); },
  async "dates recognizers-text"() {
    const { recognizeDateTime } = (await import("@microsoft/recognizers-text-date-time")).default;
    return (text, published) => recognizeDateTime(text, culture, undefined, noon(published)).map((r) => {
      const value = r.resolution?.values?.[0]; // the past one, where it gives two
      return { start: r.start, end: r.end + 1, value: (value?.start ?? value?.value)?.slice(0, 10) };
    });
  },
  async "money compromise"() {
    const nlp = (await import("compromise")).default;
    const codes = { dollar: "USD", pound: "GBP", rupee: "INR", yen: "JPY", euro: "EUR" };
    return (text) => nlp(text).money().json({ offset: true, terms: false }).map((m) => {
      const currency = m.money?.currency ?? "";
      return trimmed(text, m.offset, `${codes[currency] ?? currency} ${m.money?.num}`);
    });
  },
  async "money wink-nlp"() { return wink("MONEY"); },
  async "money recognizers-text"() {
    const { recognizeCurrency } = (await import("@microsoft/recognizers-text-number-with-unit")).default;
    const codes = {
      Dollar: "USD", Pound: "GBP", "Dólar": "USD", "Dólar estadunidense": "USD", "Dólar estadounidense": "USD", Euro: "EUR", Yen: "JPY", Iene: "JPY",
      Libra: "GBP", Livre: "GBP", "Libra esterlina": "GBP", "Livre Sterling": "GBP", "Dollar Canadien": "CAD", "Dólar canadense": "CAD", "Dólar canadiense": "CAD",
    };
    return (text) => recognizeCurrency(text, culture).map((r) => {
      const { isoCurrency, unit, value } = r.resolution ?? {};
      return { start: r.start, end: r.end + 1, value: `${isoCurrency ?? codes[unit] ?? unit} ${value?.replace(",", ".")}` };
    });
  },
  "encoding fix-latin1-to-utf8": latin1,
  "archives fix-latin1-to-utf8": latin1,
  "encoding ftfy": ftfy,
  "archives ftfy": ftfy,
};

async function latin1() {
  const module = await import("fix-latin1-to-utf8");
  const fix = module.default?.default ?? module.default;
  return (text) => fix(text);
}

async function ftfy() {
  const { fix_text } = await import("@photostructure/ftfy");
  return (text) => fix_text(text);
}

// wink-nlp finds dates and sums, and does not say what they mean.
async function wink(type) {
  const winkNLP = (await import("wink-nlp")).default;
  const model = (await import("wink-eng-lite-web-model")).default;
  const nlp = winkNLP(model, ["sbd", "pos", "ner"]);
  return (text) => {
    let at = 0;
    return nlp.readDoc(text).entities().out(nlp.its.detail).filter((e) => e.type === type).map((e) => {
      const start = text.indexOf(e.value, at);
      if (start < 0) return { start: -1, end: -1, value: "" };
      at = start + e.value.length;
      return { start, end: at, value: "" };
    });
  };
}

const noon = (day) => new Date(`${day || "2000-01-01"}T12:00:00Z`);
const iso = (date) => (isNaN(date) ? "" : date.toISOString().slice(0, 10));

// trimmed leaves out the punctuation that compromise keeps with a phrase.
function trimmed(text, { start, length }, value) {
  const s = text.slice(start, start + length);
  const front = s.match(/^[^\p{L}\p{N}$€£¥₦₹]*/u)[0].length;
  const back = s.match(/(['’]s)?[^\p{L}\p{N}]*$/u)[0].length;
  return { start: start + front, end: start + Math.max(front, length - back), value };
}

// inBytes turns UTF-16 offsets into byte offsets.
function inBytes(text, findings) {
  const bytes = (at) => (at < 0 ? -1 : Buffer.byteLength(text.slice(0, at)));
  return findings.map(({ start, end, value }) => ({ start: bytes(start), end: bytes(end), value: value ?? "" }))
    .sort((a, b) => a.start - b.start);
}

function memory() {
  try {
    return Number(readFileSync("/proc/self/status", "utf8").match(/VmHWM:\s*(\d+)/)[1]) * 1024;
  } catch {
    return 0;
  }
}

// As in Run of package peer.
const { seconds, documents } = JSON.parse(readFileSync(0, "utf8"));
let began = { user: 0, system: 0 };
const since = () => {
  const { user, system } = process.cpuUsage(began);
  return Math.max(user + system, 1) / 1e6;
};
const find = await programs[`${process.argv[3]} ${process.argv[2]}`]();
let failed;
const tried = (d) => {
  try {
    return find(d.text, d.published);
  } catch {
    failed++;
    return [];
  }
};
tried(documents[0]);
const ready = since();
let rate = 0;
const found = documents.map(() => []);
for (let total = 0; total === 0 || total < seconds;) {
  failed = 0;
  began = process.cpuUsage();
  let bytes = 0;
  let took = 0;
  for (const [i, d] of documents.entries()) {
    found[i] = tried(d);
    bytes += Buffer.byteLength(d.text);
    took = since();
    if (seconds > 0 && took > 10 * seconds) break;
  }
  rate = Math.max(rate, bytes / took);
  total += took;
}
const held = memory();
const out = found.map((f, i) => typeof f === "string" ? { text: f } : { findings: inBytes(documents[i].text, f) });
process.stdout.write(JSON.stringify({ found: out, ready, rate, failed, memory: held }));
