"""How the web pages look that the program writes, and the few lines by which a reader finds words in them."""

from __future__ import annotations

#: Nothing may be fetched from anywhere, whatever stands in a quote.
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)

#: Follows the reader's light or dark; prints black on white, without what is only of use on a screen.
STYLE = """
:root { color-scheme: light dark; --ink: #1c2733; --grey: #52606d; --line: #8fa3b0; --paper: #fffefa; --tint: #eef2f5;
  --note: #fff4e0; --accent: #1f3a4d; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef0f2; --grey: #b4bec8; --line: #6f8190; --paper: #171c21;
  --tint: #232b33; --note: #3a2d12; --accent: #a9cbe3; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 8rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 "Atkinson Hyperlegible", Verdana,
  "Segoe UI", sans-serif; }
header, nav, main, footer, search { display: block; max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 2rem 0 .25rem; }
h2 { font-size: 1.5rem; margin: 3rem 0 .5rem; border-top: 1px solid var(--line); padding-top: 1.5rem; }
h3 { font-size: 1.2rem; margin: 2.25rem 0 .25rem; }
a { color: var(--accent); text-underline-offset: .15em; }
main:focus { outline: none; }
a:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper);
  padding: .5rem; }
.note { background: var(--note); padding: .75rem 1rem; border-radius: .4rem; }
.small, .who, .counts, dd, dt { color: var(--grey); } dt { font-weight: bold; } dd { margin: 0 0 .4rem; }
.small, .counts { font-size: .9rem; }
nav ul { list-style: none; padding-left: 0; } nav ul ul { padding-left: 1.25rem; } nav li { padding: .2rem 0; }
figure { margin: 1.25rem 0; break-inside: avoid; }
blockquote { margin: 0; padding-left: 1rem; border-left: 4px solid var(--line); }
blockquote p { margin: 0 0 .4rem; }
figcaption { padding-left: 1.25rem; }
.context { margin: .3rem 0; padding-left: 2rem; color: var(--grey); }
.memo { background: var(--tint); padding: .4rem .75rem; margin: .4rem 0 0 1.25rem; border-radius: .3rem; }
search { position: sticky; top: 0; background: var(--paper); padding-block: .75rem;
  border-bottom: 1px solid var(--line); }
search label { display: block; font-weight: bold; }
search input { font: inherit; width: 100%; padding: .5rem .75rem; min-height: 2.75rem; color: inherit;
  background: var(--paper); border: 2px solid var(--grey); border-radius: .4rem; }
[hidden] { display: none !important; }
footer { margin-block: 4rem 2rem; color: var(--grey); font-size: .9rem; }
@media print { :root { color-scheme: light; --ink: #000; --grey: #333; --line: #777; --paper: #fff; --tint: #f2f2f2;
  --note: #f2f2f2; --accent: #000; } search, nav, .skip { display: none !important; } body { font-size: 11pt; }
  h2, h3 { break-after: avoid; } a { text-decoration: none; } @page { margin: 2cm; } }
"""

#: Shows the field that finds words, and the quotes that have all of them; what is said around a quote doesn't count.
SCRIPT = """
(function () {
  var place = document.getElementById("find");
  var field = place.querySelector("input"), said = place.querySelector("output");
  var quotes = Array.prototype.slice.call(document.querySelectorAll("figure"));
  var words = quotes.map(function (one) {
    var parts = Array.prototype.slice.call(one.querySelectorAll("blockquote, .memo, figcaption"));
    return parts.map(function (part) { return part.textContent; }).join(" ").toLocaleLowerCase();
  });
  var parts = Array.prototype.slice.call(document.querySelectorAll("main section")).reverse();
  var waiting;
  function look() {
    var asked = field.value.toLocaleLowerCase().split(/\\s+/).filter(Boolean), found = 0;
    quotes.forEach(function (one, number) {
      var fits = asked.every(function (word) { return words[number].indexOf(word) >= 0; });
      one.hidden = !fits;
      found += fits ? 1 : 0;
    });
    parts.forEach(function (part) { part.hidden = asked.length > 0 && !part.querySelector("figure:not([hidden])"); });
    said.textContent = asked.length ? said.dataset.said.replace("{quotes}", found) : "";
  }
  field.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(look, 150); });
  place.hidden = false;
})();
"""
