//! What minutes say, in both languages, word for word.

use super::*;
use crate::domain::{
    bylaws::Certainty,
    meeting::{MEETING, MOTION, State},
    motion::{Amendment, Finding},
    noun::Entry,
    rule::Room,
};

fn motion(text: &str) -> Motion {
    let mut entry = Entry::new(&MOTION, ("meeting", 1));
    entry.put("number", "4");
    entry.put("text", text);
    let (conflicts, amendments, put) = (Vec::new(), Vec::new(), String::new());
    Motion { entry, conflicts, amendments, put, taken: None, withdrawn: None }
}

fn terms(majority: &str, quorum: &str, certainty: Option<Certainty>) -> Terms {
    let reference = || "statuts, art. 31".to_owned();
    Terms {
        quorum: Some(Measure { value: Share::parse(quorum).unwrap(), reference: reference(), certainty }),
        majority: Measure { value: Majority::parse(majority).unwrap(), reference: reference(), certainty },
        room: Room { eligible: 30, present: 24, represented: 2, conflicted: 1 },
    }
}

fn voted(method: &str, finding: Finding, terms: Terms) -> Motion {
    let (votes, outcome) = terms.take(method, finding).unwrap();
    let Terms { quorum, majority, room } = terms;
    let (method, taken_at) = (method.to_owned(), "2026-11-23T12:00:00Z".to_owned());
    let taken = Some(Taken { method, votes, taken_at, room, quorum, majority, outcome });
    Motion { taken, ..motion("Modifier l’article 12 des statuts") }
}

fn counted(in_favour: u32, against: u32, abstained: u32, blank: u32) -> Finding {
    Finding::Counted(Votes { in_favour, against, abstained, blank })
}

fn said(motion: &Motion) -> (String, String) {
    (resolution(motion, &Lang::new("fr")), resolution(motion, &Lang::new("en")))
}

const FR: &str = "Résolution n° 4 : Modifier l’article 12 des statuts. ";
const EN: &str = "Resolution no. 4: Modifier l’article 12 des statuts. ";

#[test]
fn two_thirds_that_fail_by_one_vote_and_somebody_in_conflict() {
    let mut motion = voted("hands", counted(15, 9, 0, 1), terms("2/3 votes", "1/2", None));
    motion.conflicts = vec![Conflict { member: 1, name: "KABAMBA Ilunga Élise (0012)".into(), sex: Some(Sex::F) }];
    let (fr, en) = said(&motion);
    assert_eq!(
        fr,
        format!(
            "{FR}Mise aux voix à main levée, la résolution recueille 15 voix pour, 9 voix contre, 0 abstention et \
             1 bulletin blanc, sur 25 ayants droit au vote. La majorité requise, au moins les deux tiers des \
             voix exprimées pour et contre (16 sur 24, statuts, art. 31), n’étant pas atteinte, la résolution est REJETÉE. Mme KABAMBA Ilunga Élise (0012), en \
             situation de conflit d’intérêts, n’a pas pris part au vote."
        )
    );
    assert_eq!(
        en,
        format!(
            "{EN}Put to the vote by show of hands, the resolution received 15 votes for, 9 against, 0 abstentions and \
             1 blank ballot, of 25 entitled to vote. The majority required, at least two thirds of the votes for and \
             against (16 of 24, statuts, art. 31), not having been reached, the resolution was REJECTED. Ms KABAMBA Ilunga Élise (0012), having a \
             conflict of interest, took no part in the vote."
        )
    );
}

#[test]
fn unanimity_an_evident_majority_and_a_rule_that_is_not_sure() {
    let (fr, en) = said(&voted("unanimous", Finding::Unanimous, terms(">1/2 votes", "1/2", Some(Certainty::R))));
    assert_eq!(
        fr,
        format!("{FR}Mise aux voix, la résolution est ADOPTÉE à l’unanimité des 25 votants présents ou représentés.")
    );
    assert!(en.ends_with("ADOPTED unanimously by the 25 voters present or represented."), "{en}");
    let (fr, en) = said(&voted("names", counted(25, 0, 0, 0), terms("2/3 members", "1/2", Some(Certainty::T))));
    assert!(
        fr.ends_with(
            "par appel nominal, la résolution est ADOPTÉE à l’unanimité des 25 votants présents ou représentés."
        ),
        "{fr}"
    );
    assert!(
        en.ends_with("by roll call, the resolution was ADOPTED unanimously by the 25 voters present or represented."),
        "{en}"
    );
    let (fr, en) = said(&voted("hands", Finding::Evident(Outcome::Rejected), terms(">1/2 votes", "1/2", None)));
    assert_eq!(
        fr,
        format!(
            "{FR}Mise aux voix à main levée, sans décompte, la résolution est déclarée REJETÉE par le président de séance, à une majorité évidente."
        )
    );
    assert!(en.contains("by show of hands, without a count, the resolution was declared REJECTED"), "{en}");
}

#[test]
fn below_quorum_and_nobody_for_or_against() {
    let (fr, en) = said(&voted("hands", counted(20, 3, 0, 0), terms(">1/2 votes", ">9/10", Some(Certainty::S))));
    assert_eq!(
        fr,
        format!(
            "{FR}Mise aux voix à main levée, la résolution recueille 20 voix pour, 3 voix contre et 0 abstention, sur 25 \
             ayants droit au vote. 2 d’entre eux ne se sont pas prononcés. Le quorum requis, plus de 9/10 des membres (28 \
             sur 30, statuts, art. 31), n’étant pas atteint, 26 étant présents ou représentés, ce vote est enregistré SANS QUORUM et ne \
             décide rien."
        )
    );
    assert!(en.contains("recorded with NO QUORUM"), "{en}");
    let evident = voted("hands", Finding::Evident(Outcome::Adopted), terms(">1/2 votes", "1", None));
    assert!(
        said(&evident).0.contains("sans décompte. Le quorum requis, la totalité des membres (30 sur 30"),
        "{}",
        said(&evident).0
    );
    let silent = voted("secret", counted(0, 0, 25, 0), terms(">1/2 votes", "1/2", None));
    let (fr, en) = said(&silent);
    assert!(fr.contains("25 abstentions et 0 bulletin blanc"), "{fr}");
    assert!(fr.ends_with("Aucune voix n’étant exprimée pour ou contre, la résolution est REJETÉE."), "{fr}");
    assert!(en.ends_with("No vote having been cast for or against, the resolution was REJECTED."), "{en}");
}

#[test]
fn amended_withdrawn_and_not_yet_voted() {
    let mut amended = voted("hands", counted(16, 9, 0, 0), terms(">1/2 votes", "1/2", None));
    amended.entry.put("mover", "KABEYA Ngoyi (0147)");
    amended.entry.put("seconder", "ILUNGA Joseph (0012)");
    amended.amendments = vec![Amendment { number: 5, text: "Modifier les articles 12 et 13".into() }];
    amended.put = "Modifier les articles 12 et 13".into();
    let (fr, en) = said(&amended);
    assert!(
        fr.starts_with(
            "Résolution n° 4 : Modifier les articles 12 et 13. Proposée par KABEYA Ngoyi (0147), appuyée par ILUNGA Joseph \
             (0012). Le texte proposé était : « Modifier l’article 12 des statuts » ; l’amendement n° 5, adopté, en a fait \
             celui qui a été mis aux voix. Mise aux voix"
        ),
        "{fr}"
    );
    assert!(fr.contains("La majorité requise, plus de la moitié des voix exprimées pour et contre (13 sur 25"), "{fr}");
    assert!(en.contains("amendment no. 5, adopted, made it what was put to the vote."), "{en}");
    assert!(en.contains("The majority required, more than half of the votes for and against (13 of 25"), "{en}");
    let mut amendment = motion("Modifier les articles 12 et 13");
    amendment.entry.put("amends", "3");
    let (fr, en) = said(&amendment);
    assert_eq!(
        fr,
        "Résolution n° 4, amendement à la résolution n° 3. Le texte deviendrait : « Modifier les articles 12 et 13 ». La \
         résolution n’a pas été mise aux voix."
    );
    assert!(en.ends_with("has not been put to the vote."), "{en}");
    let withdrawn = Motion { withdrawn: Some("faute de pièces".into()), ..motion("Exclure ?") };
    assert_eq!(
        said(&withdrawn).0,
        "Résolution n° 4 : Exclure ? La résolution est RETIRÉE par son auteur : faute de pièces."
    );
    let withdrawn = Motion { withdrawn: Some(String::new()), ..withdrawn };
    assert_eq!(said(&withdrawn).1, "Resolution no. 4: Exclure ? The resolution was WITHDRAWN by whoever moved it.");
}

#[test]
fn several_in_conflict_are_listed() {
    let mut motion = voted("stand", counted(20, 3, 2, 0), terms("3/4 cast", "1/2", None));
    let named = |name: &str, sex| Conflict { member: 1, name: name.to_owned(), sex };
    motion.conflicts = vec![named("A (1)", Some(Sex::F)), named("B (2)", None), named("C (3)", Some(Sex::M))];
    let (fr, en) = said(&motion);
    assert!(fr.contains("par assis et levé"), "{fr}");
    assert!(
        fr.contains(
            "La majorité requise, au moins les trois quarts des suffrages, bulletins blancs compris (18 sur 23"
        ),
        "{fr}"
    );
    assert!(
        fr.ends_with("Mme A (1), B (2) et M. C (3), en situation de conflit d’intérêts, n’ont pas pris part au vote."),
        "{fr}"
    );
    assert!(
        en.ends_with("Ms A (1), B (2) and Mr C (3), having a conflict of interest, took no part in the vote."),
        "{en}"
    );
}

#[test]
fn rules_in_words() {
    let rule = terms(">1/2 members", "1/2", Some(Certainty::R)).majority;
    assert_eq!(
        majority(&rule, &Lang::new("fr")),
        "plus de la moitié de tous les membres · statuts, art. 31 · à vérifier dans vos statuts"
    );
    assert_eq!(
        majority(&rule, &Lang::new("en")),
        "more than half of all members · statuts, art. 31 · to be checked in your statutes"
    );
    let own = Measure { value: Share::parse("2/3").unwrap(), reference: String::new(), certainty: None };
    assert_eq!(quorum(&own, &Lang::new("fr")), "au moins les deux tiers de tous les membres");
}

fn meeting(quorum: &str, first: Option<i64>) -> Meeting {
    Meeting {
        entry: Entry::new(&MEETING, ("organ", 1)),
        organ: "Assemblée générale".into(),
        organ_kind: "assembly".into(),
        state: State::Open,
        first,
        opened_at: String::new(),
        closed_at: String::new(),
        eligible: Some(184),
        quorum: (quorum.into(), "statuts, art. 20".into()),
        proxies: None,
        number: None,
        version: 0,
        signed: None,
    }
}

fn heads(women: u32, men: u32, unknown: u32) -> Heads {
    Heads { all: women + men + unknown, women, men }
}

#[test]
fn who_was_there_and_whether_that_is_enough() {
    let count = Count {
        eligible: heads(61, 123, 0),
        present: heads(31, 46, 1),
        represented: heads(2, 4, 0),
        excused: heads(1, 0, 0),
        left: heads(0, 0, 0),
        guests: heads(0, 0, 3),
    };
    let (fr, en) = (Lang::new("fr"), Lang::new("en"));
    assert_eq!(
        attendance_sentence(&count, &fr),
        "Présents : 78 (31 femmes, 46 hommes, 1 non précisé). Représentés par procuration : 6 (2 femmes, 4 hommes). Excusés : 1 \
         (1 femme). Invités : 3 (3 non précisés)."
    );
    assert_eq!(
        attendance_sentence(&Count { present: heads(1, 1, 0), ..Count::default() }, &en),
        "Present: 2 (1 woman, 1 man)."
    );
    assert_eq!(
        quorum_sentence(&meeting("1/2", None), &count, &fr),
        "Sur 184 membres, 78 sont présents et 6 représentés, soit 84. Le quorum requis, au moins la moitié des membres (92, \
         statuts, art. 20), n’est pas atteint : la réunion ne peut pas valablement délibérer."
    );
    assert_eq!(
        quorum_sentence(&meeting("1/4", Some(1)), &count, &en),
        "Of 184 members, 78 are present and 6 represented, 84 in all. The quorum required at the second call, at least a \
         quarter of the members (46, statuts, art. 20), is reached: the meeting may validly decide."
    );
    assert!(quorum_sentence(&meeting("0", Some(1)), &count, &fr).ends_with("quel que soit le nombre des présents."));
    assert_eq!(
        quorum_sentence(&meeting("", None), &count, &en),
        "Of 184 members, 78 are present and 6 represented, 84 in all."
    );
}
