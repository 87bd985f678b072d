"""How a report looks: in a browser, light and dark, and on paper (what Qt knows of CSS)."""

STYLE = """
body { font-family: "Vaglio Serif", Georgia, "Noto Serif", serif; font-size: 12pt;
  line-height: 150%; color: #1c1c1e; background-color: #ffffff; }
.article { max-width: 42em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 20pt; line-height: 120%; }
h2 { font-size: 15pt; margin-top: 24pt; }
h3 { font-size: 12pt; margin-top: 18pt; margin-bottom: 4pt; }
a { color: #1f5f99; }
.muted { color: #66666b; font-size: 10pt; }
.entity { background-color: #e3ecf5; }
.claim { text-decoration: underline; text-decoration-color: #b0631a; }
.number { color: #b0631a; text-decoration: none; font-weight: bold; }
.verdict { font-weight: bold; }
.supported { color: #1b6e3c; }
.refuted { color: #a3262b; }
.conflicting { color: #8a5a00; }
.not_enough_evidence { color: #4a4a52; }
@media (prefers-color-scheme: dark) {
  body { color: #e6e6e8; background-color: #1a1b1e; }
  a { color: #8cbdf0; }
  .muted { color: #a0a0a8; }
  .entity { background-color: #2a3b4d; }
  .claim { text-decoration-color: #e0964a; }
  .number { color: #e0964a; }
  .supported { color: #6cc490; }
  .refuted { color: #f08a8a; }
  .conflicting { color: #e2b35a; }
  .not_enough_evidence { color: #b8b8c0; }
}
@media print { .article { max-width: none; margin: 0; } h3 { break-after: avoid; } }
"""
