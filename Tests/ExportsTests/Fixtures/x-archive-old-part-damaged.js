
window.YTD.tweet.part17=[
 {"id_str":"99999999999999999999","created_at":"Fri Sep 08 04:00:00 +0000 2023","full_text":"ohne Umschlag"},
 {"tweet":{"id_str":"7","full_text":"kaputt",}},
 {"tweet":7},
 {"tweet":{"id":"3","id_str":null,"full_text":"\u001b]0;x\u0007 \u202e \u0000 &lt;b&gt; &amp;lt; &#x9b;","created_at":"Fre Mär 01 12:00:00 +0000 2024","__proto__":{"x":1}}},
 "text",
 {"tweet":{"id_str":"1700000000000000009","full_text":"zweiter","created_at":null}}
];
