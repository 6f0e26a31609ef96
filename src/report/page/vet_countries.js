  // Codes of ISO 3166-1 (https://www.iso.org/iso-3166-country-codes.html); their names are those of
  // the browser.
  const COUNTRIES = ("AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ " +
    "BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ " +
    "DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP " +
    "GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI " +
    "KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP " +
    "MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM " +
    "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX " +
    "SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU " +
    "WF WS YE YT ZA ZM ZW").split(" ");
  const regionNames = {};
  function countryName(code) {
    regionNames[language] = regionNames[language] ||
      new Intl.DisplayNames([language], {type: "region"});
    return code + " " + regionNames[language].of(code);
  }

  // Offsets from UTC that are in use.
  const OFFSETS = ("-12:00 -11:00 -10:00 -09:30 -09:00 -08:00 -07:00 -06:00 -05:00 -04:00 -03:30 " +
    "-03:00 -02:30 -02:00 -01:00 +00:00 +01:00 +02:00 +03:00 +03:30 +04:00 +04:30 +05:00 +05:30 " +
    "+05:45 +06:00 +06:30 +07:00 +08:00 +08:45 +09:00 +09:30 +10:00 +10:30 +11:00 +12:00 +12:45 " +
    "+13:00 +13:45 +14:00").split(" ");
  const twoDigits = (number) => String(number).padStart(2, "0");
  // Of this computer, at a time.
  function ownOffset(time) {
    const minutes = -time.getTimezoneOffset();
    const size = Math.abs(minutes);
    return (minutes < 0 ? "-" : "+") + twoDigits(Math.floor(size / 60)) + ":" +
      twoDigits(size % 60);
  }
  // "2026-04-01T09:00" by the clock of this computer.
  const clockTime = (time) => time.getFullYear() + "-" + twoDigits(time.getMonth() + 1) + "-" +
    twoDigits(time.getDate()) + "T" + twoDigits(time.getHours()) + ":" +
    twoDigits(time.getMinutes());

  const ZONES = Intl.supportedValuesOf ? Intl.supportedValuesOf("timeZone") : [];
  function isZone(name) {
    if (!/^[A-Z]/.test(name)) return false;
    try {
      return Boolean(new Intl.DateTimeFormat("en", {timeZone: name}));
    } catch {
      return false;
    }
  }
