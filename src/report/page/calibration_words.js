  // The words of the calibration page: English, Japanese, Korean.
  const WORDS = {
    title: ["Sekisho calibration", "Sekisho 調整", "Sekisho 조정"],
    skip: ["Skip to the contents", "本文へ移動", "본문으로 이동"],
    languages: ["Language", "表示言語", "표시 언어"],
    sections: ["Sections", "目次", "목차"],
    switched: ["The page is now in English.", "日本語で表示しています。", "한국어로 표시합니다."],
    about: ["How to read it", "読み方", "읽는 방법"],
    thresholds: ["Accounts at each threshold", "しきい値ごとのアカウント数", "기준값별 계정 수"],
    never: ["No account at any of these values", "どの値でも該当なし", "어느 값에서도 해당 없음"],
    without: ["Indicators without a number to change", "変更できる数値のない指標",
              "바꿀 수 있는 수치가 없는 지표"],
    lead: [
      "How many accounts each indicator would name if its main parameter had another value. Every " +
      "number is a scan of the same $0 events ($1 registered accounts) with that value.",
      "主なパラメーターの値を変えたとき、各指標に該当するアカウント数です。数値はすべて、同じ $0 件の" +
      "イベント（登録 $1 アカウント）をその値で走査した結果です。",
      "주요 매개변수의 값을 바꾸었을 때 각 지표에 해당하는 계정 수입니다. 모든 수치는 같은 이벤트 $0건" +
      "(가입 계정 $1개)을 그 값으로 검사한 결과입니다."],
    leadMonths: [
      "Months and ages are those of the beginning of a finding; an account counts once in each.",
      "月とアカウントの経過日数は検出が始まった時点のもので、それぞれ一度だけ数えます。",
      "월과 계정의 경과 기간은 탐지가 시작된 때를 기준으로 하며, 각각 한 번만 셉니다."],
    picture: ["$0: accounts at each value of $1", "$0：$1 の値ごとのアカウント数", "$0: $1 값별 계정 수"],
    value: ["Value", "値", "값"],
    now: ["(in force)", "（現在）", "(현재)"],
    findings: ["Findings", "検出", "탐지"],
    accounts: ["Accounts", "アカウント", "계정"],
    age0: ["under 30 days", "30日未満", "30일 미만"],
    age1: ["under 180 days", "180日未満", "180일 미만"],
    age2: ["under a year", "1年未満", "1년 미만"],
    age3: ["older", "1年以上", "1년 이상"],
    age4: ["age not known", "不明", "알 수 없음"],
    parameter: ["Parameter: $0 ($1)", "パラメーター：$0（$1）", "매개변수: $0 ($1)"],
  };
