import { recall, remember } from "./storage.js";

// The steps a reader has ticked: {"version": 1, "done": {"opt-out/web#web-switch": "2026-11-21"}}. A step's key is the same in
// every language; its value is the day it was ticked, or true where that is not known. What cannot be read is put aside, what
// a newer version of the site wrote is left alone: neither is ever written over.
const TICKS = "progress", TICKS_ASIDE = "progress-unreadable", TICKS_FORMAT = 1;
const TICK_KEY = /^[a-z\d/-]+#[a-z\d-]+$/, TICK_DAY = /^\d{4}-\d\d-\d\d$/;
// From each format to the next. Format 0 was a list of keys.
const TICKS_UPGRADES = [(keys) => ({ version: 1, done: Object.fromEntries(keys.map((key) => [key, true])) })];

// What the browser could not keep, and why: "blocked", "newer", or "damaged" (put aside; new ticks are kept).
let visitTicks = null, ticksTrouble = "";

const isTick = ([key, day]) => TICK_KEY.test(key) && (day === true || TICK_DAY.test(day) && !isNaN(Date.parse(day)));

// What a text holds: {done, whole}, {newer: true}, or null where it is no list of ticks.
export function readTicks(text) {
  try {
    let data = JSON.parse(text);
    let version = Array.isArray(data) ? 0 : data.version;
    if (version > TICKS_FORMAT) return { newer: true };
    while (version !== TICKS_FORMAT) data = TICKS_UPGRADES[version++](data);
    if (Object.prototype.toString.call(data.done) !== "[object Object]") return null;
    const all = Object.entries(data.done), good = all.filter(isTick);
    return { done: Object.fromEntries(good), whole: good.length === all.length };
  } catch {
    return null;
  }
}

export function writeTicks(done) {
  return JSON.stringify({ version: TICKS_FORMAT, done });
}

// Whether the browser lets a page see what it keeps.
function readable() {
  try {
    return Boolean(localStorage);
  } catch {
    return false;
  }
}

export function ticks() {
  const text = visitTicks ? null : recall(TICKS);
  if (text === null) return { done: visitTicks ?? {}, trouble: ticksTrouble || (readable() ? "" : "blocked") };
  const read = readTicks(text);
  if (read?.whole) return { done: read.done, trouble: ticksTrouble };
  return { done: read?.done ?? {}, trouble: read?.newer ? "newer" : "damaged" };
}

// Ticks `keys` with today's date, or unticks them.
export function tick(keys, on) {
  const day = calendarDay(new Date());
  changeTicks(Object.fromEntries(keys.map((key) => [key, on && day])));
}

// Each key with its day, or false to untick it. Others stay as they are at this moment, another tab's included.
export function changeTicks(changes) {
  const { done, trouble } = ticks();
  const next = Object.fromEntries(Object.entries({ ...done, ...changes }).filter(isTick));
  if (trouble === "newer" || trouble === "damaged" && !putTicksAside()) {
    ticksTrouble = trouble === "newer" ? trouble : "blocked";
    visitTicks = next;
  } else if (!remember(TICKS, writeTicks(next))) {
    ticksTrouble = "blocked";
  } else if (ticksTrouble === "blocked") {
    ticksTrouble = "";
  }
  document.dispatchEvent(new Event("ticks"));
}

// Moves a text that is not wholly understood out of the way of the next ticks. Says whether nothing is lost by writing.
function putTicksAside() {
  const text = recall(TICKS);
  if (readTicks(text)?.whole) return true;
  ticksTrouble = "damaged";
  return remember(TICKS_ASIDE, [recall(TICKS_ASIDE), text].filter(Boolean).join("\n"));
}

// The reader's own calendar day; true where the clock shows a year that no calendar has.
export function calendarDay(date) {
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  return TICK_DAY.test(day) ? day : true;
}

// The last day on which one of these steps was ticked; true where the day is not known, nothing where none was.
export function tickedOn(keys) {
  const { done } = ticks(), days = keys.map((key) => done[key]).filter(Boolean);
  return days.filter((day) => day !== true).sort().at(-1) ?? days[0];
}

// Calls `draw` now, and whenever what is kept changes here, in another tab, or while the browser kept the page in its memory.
export function followTicks(draw) {
  document.addEventListener("ticks", draw);
  addEventListener("storage", draw);
  addEventListener("pageshow", draw);
  draw();
}
