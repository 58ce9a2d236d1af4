"""The head of the evidence page: its style, light, dark and on paper."""

from lintnews.reporters._forms import head

_STYLE = """\
:root{color-scheme:light dark;--ink:light-dark(#1a1a1a,#ebe9e6);--soft:light-dark(#595959,#aeaba6);--line:light-dark(#dedbd5,#3d3b38);
--page:light-dark(#fffdf9,#191817);--card:light-dark(#f6f3ed,#232120);--agrees:light-dark(#0b6b3f,#6bcf97);--listed:light-dark(#2b6a74,#7cc7d4);
--doubtful:light-dark(#b3261e,#ff9b93);--inside:light-dark(#6b5b95,#bda9f0);--open:light-dark(#8a5300,#f0b35c)}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:54rem;margin:0 auto;padding:2rem 1.25rem 4rem}
article+article{margin-top:4rem;border-top:4px double var(--line);padding-top:2rem}
.over{margin:0;font-size:.8rem;letter-spacing:.12em;text-transform:uppercase;color:var(--soft)}
h1{font:700 1.9rem/1.2 Georgia,serif;margin:.25rem 0 .5rem}.sum{font-size:1.1rem;margin:0 0 1.5rem}
.sort{font-size:1.05rem;margin:2.5rem 0 .5rem;border-bottom:2px solid var(--ink);padding-bottom:.2rem}
.sort small{font-weight:400;color:var(--soft)}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--soft);font-size:.85rem;padding-bottom:.3rem}
th,td{text-align:left;font-weight:400;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:middle}
thead th{font-size:.8rem;color:var(--soft)}tbody tr:last-child>*{font-weight:600}.data tbody tr:last-child>*{font-weight:400}
.cover td:last-child{width:45%;padding-right:0}svg{display:block;width:100%;height:.6rem;border-radius:.3rem;background:var(--line)}
rect.agrees{fill:var(--agrees)}rect.listed{fill:var(--listed)}rect.doubtful{fill:var(--doubtful)}
rect.inside{fill:var(--inside)}rect.open{fill:var(--open)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .75rem;margin:.75rem 0;font-size:.85rem}dd{margin:0}dt{font-weight:600}
.key{color:var(--soft)}.agrees{--mark:var(--agrees)}.listed{--mark:var(--listed)}.doubtful{--mark:var(--doubtful)}
.inside{--mark:var(--inside)}.open{--mark:var(--open)}dt.agrees,dt.listed,dt.doubtful,dt.inside,dt.open,.sign{color:var(--mark)}
.copy{background:var(--card);border-radius:.5rem;padding:1rem 1.5rem;margin-top:1.5rem;font:1.05rem/1.7 Georgia,serif}
.copy h2{font-size:1.4rem;line-height:1.25;margin:.5rem 0}.copy h3{font-size:1.1rem;margin:1rem 0 .25rem}.copy p{margin:.6rem 0}
.copy a{color:inherit;text-decoration:underline;text-decoration-color:var(--mark);text-decoration-thickness:2px;text-underline-offset:.2em}
.copy a.open,.copy a.inside{text-decoration-style:dotted}.copy a.doubtful{text-decoration-style:wavy;text-decoration-thickness:1.5px}
.copy a.claim,.copy a.quotation{text-decoration-thickness:1px}
.items{list-style:none;margin:0;padding:0}.items>li{border-bottom:1px solid var(--line);padding:.5rem .5rem .5rem 0;scroll-margin-top:1rem}
.items>li:target{background:var(--card);outline:2px solid var(--line)}.items p{margin:0}
.items ul{margin:.15rem 0 0;padding-left:1.2rem;font-size:.9rem}
.sign{font-size:.8rem;font-weight:600;display:inline-block;min-width:5.5rem}.kind,.where,.source{color:var(--soft);font-size:.85rem}
.where{float:right;margin-left:1rem}.found{color:var(--doubtful);font-weight:600}.found code{font-weight:400}a{color:inherit}
@media (max-width:36rem){.where{float:none;margin-left:.5rem}.cover td:last-child,.cover th:last-child{display:none}}
@media print{:root{color-scheme:light}main{max-width:none;padding:0}.copy{border:1px solid var(--line)}.items>li,tr{break-inside:avoid}
body{font-size:10pt}article+article{break-before:page}}
"""
HEAD = head("LintNews: the evidence", _STYLE)
