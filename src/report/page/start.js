// The page is made of the JSON in #data and nothing else. Every text goes in through textContent or
// setAttribute, never as markup.
(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const LANGUAGES = ["en", "ja", "ko"];
  let language = data.language;
  const languageIndex = () => LANGUAGES.indexOf(language);
