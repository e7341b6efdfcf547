window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : { "initial" : { "editTweetIds" : [ "1700000000000000001" ], "editsRemaining" : "5" } },
      "retweeted" : false,
      "entities" : { "urls" : [ { "url" : "https://t.co/a", "expanded_url" : "https://bus.example/plan" } ] },
      "extended_entities" : { "media" : [ { "media_url_https" : "https://pbs.example/media/bus.jpg" } ] },
      "favorite_count" : "5",
      "id_str" : "1700000000000000001",
      "retweet_count" : "2",
      "id" : "1700000000000000001",
      "created_at" : "Fri Sep 08 04:00:00 +0000 2023",
      "full_text" : "Kommt der Bus &amp; die Bahn?",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : { "edit" : { "initialTweetId" : "1700000000000000005", "editControlInitial" : { "editTweetIds" : [ "1700000000000000005", "1700000000000000006" ] } } },
      "id_str" : "1700000000000000006",
      "in_reply_to_status_id_str" : "1699999999999999999",
      "in_reply_to_screen_name" : "tomwald",
      "created_at" : "Fri Sep 08 14:10:00 +1000 2023",
      "full_text" : "@tomwald Danke!",
      "favorite_count" : "0",
      "retweet_count" : "0",
      "lang" : "qme"
    }
  },
  { "tweet" : { "id_str" : "1700000000000000008", "created_at" : "Fri Sep 08 05:00:00 +0000 2023", "full_text" : "RT @tomwald: Der Bus…", "favorite_count" : "0" } }
]
