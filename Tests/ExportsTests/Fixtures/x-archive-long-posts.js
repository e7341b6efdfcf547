window.YTD.tweets.part0 = [
 {
  "tweet": {
   "id_str": "1700000000000000100",
   "full_text": "Der Hafen wird umgebaut &amp; alle reden mit. Der Hafen wird umgebaut &amp; alle reden mit. Der Hafen wird umgebaut &amp; alle reden mit. Der Hafen wird umgebaut &amp; alle reden mit. Der Hafen wird umgebaut &amp; alle reden mit. Der Hafen wird umgebaut &amp; alle reden mit.… https://t.co/a",
   "created_at": "Fri Sep 08 04:00:00 +0000 2023"
  }
 },
 {
  "tweet": {
   "id_str": "1700000000000000200",
   "full_text": "Zweimal derselbe Anfang, und niemand weiß, welcher von beiden gemeint ist, weil X es nicht sagt.… https://t.co/b",
   "created_at": "Fri Sep 08 05:00:00 +0000 2023"
  }
 },
 {
  "tweet": {
   "id_str": "1700000000000000300",
   "full_text": "kurz … und weiter",
   "created_at": "Fri Sep 08 06:00:00 +0000 2023"
  }
 }
]