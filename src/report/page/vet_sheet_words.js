  // The words of the interview sheet: English, Japanese, Korean.
  const WORDS = {
    title: ["Interview sheet", "面談シート", "면담지"],
    skip: ["Skip to the contents", "本文へ移動", "본문으로 이동"],
    languages: ["Language", "表示言語", "표시 언어"],
    sections: ["Sections", "目次", "목차"],
    switched: ["The page is now in English.", "日本語で表示しています。", "한국어로 표시합니다."],
    head: ["Who, when", "対象と日時", "대상과 일시"],
    candidate: ["Candidate", "候補者", "후보자"],
    role: ["Role", "募集", "모집"],
    day: ["Day and time", "日時", "일시"],
    asker: ["Asked by", "質問者", "질문자"],
    lead: [
      "The same questions for everybody of this role, in this order. Nobody has to answer on " +
      "camera: every way of proving an identity counts the same.",
      "この募集の全員に、同じ質問を同じ順序で行います。カメラの使用を強いないでください。本人確認の方法は" +
      "どれも同じ扱いです。",
      "이 모집의 모두에게 같은 질문을 같은 순서로 합니다. 카메라 사용을 강요하지 마십시오. 본인 확인 " +
      "방법은 어느 것이든 똑같이 취급합니다."],
    never: ["Do not write down, anywhere on this sheet:", "このシートのどこにも記録しないこと：",
            "이 면담지 어디에도 적지 말 것:"],
    neverAlways: ["nationality, origin, religion, mother tongue, family, beliefs",
                  "国籍、出自、宗教、母語、家族、思想・信条", "국적, 출신, 종교, 모국어, 가족, 신념"],
    filledInBy: ["filled in by: $0", "記入者：$0", "기록: $0"],
    evidence_required: ["evidence needed; reference:", "証拠が必要。整理番号：", "증거 필요. 참조 번호:"],
    evidence_optional: ["evidence, if any:", "証拠（あれば）：", "증거(있으면):"],
    otherWay: ["other way: $0", "別の方法：$0", "다른 방법: $0"],
    doNotRecord: ["do not write down: $0", "記録しないこと：$0", "적지 말 것: $0"],
    note: ["Seen or heard", "見聞きしたこと", "보고 들은 것"],
    comma: [", ", "、", ", "],
    print: ["Print", "印刷", "인쇄"],
    after: [
      "Enter the answers in the form or in the candidate file. Keep this sheet as long as the file, " +
      "and destroy both together.",
      "回答をフォームまたは候補者ファイルに転記します。このシートはファイルと同じ期間だけ保管し、" +
      "一緒に廃棄してください。",
      "답을 양식이나 후보자 파일에 옮겨 적습니다. 이 면담지는 파일과 같은 기간만 보관하고 함께 " +
      "폐기하십시오."],
  };
