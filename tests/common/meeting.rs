//! Meetings as papers are made of them, without a book: an assembly of any size with its motions and minutes.

use ushirika::{
    domain::{
        book::{Coop, Country, LegalForm},
        bylaws::Bylaws,
        meeting::{ACTION, CORRECTION, GUEST, ITEM, MEETING, MOTION, Meeting, Signed, State},
        member::Sex,
        motion::{Conflict, Measure, Motion, Taken},
        noun::{Entry, Noun},
        roll::{Attendance, Presence},
        rule::{Majority, Outcome, Room, Share, Votes},
    },
    report::meeting::{Correction, Proceedings},
};

/// The cooperative that meets.
pub fn coop() -> Coop {
    Coop {
        name: "Coopérative minière Mbongu Mboka".into(),
        country: Country::Cd,
        legal_form: LegalForm::Scoops,
        currency: "CDF".into(),
        also: Vec::new(),
        seat: String::new(),
    }
}

fn entry(noun: &'static Noun, id: i64, fields: &[(&str, &str)]) -> Entry {
    let owner = if noun.table == "meeting" { ("organ", 1) } else { ("meeting", 1) };
    let mut entry = Entry::kept(noun, (id, 1), owner, vec![String::new(); noun.attributes.len()]);
    for (code, kept) in fields {
        entry.put(code, *kept);
    }
    entry
}

/// The roll of an assembly: of every ten, seven are present, one is represented, one excused, one absent; the first who
/// is present has left when there are many. Of one, that one is present.
pub fn roll(voters: i64) -> Vec<Attendance> {
    let names = ["ILUNGA Mwɔ̃ba Éléonore", "KABƐ́WƐ Ngoyi", "TSHIBANGU-NORD Kalala Désiré", "N’GUESSAN Aya", "ŊƆMA Ɓɔ"];
    let line = |id: i64| {
        let (presence, holder) = match id % 10 {
            8 => (Presence::Absent, Some(id - 1)),
            9 => (Presence::Excused, None),
            0 => (Presence::Absent, None),
            6 => (Presence::Left, None),
            _ => (Presence::Present, None),
        };
        Attendance {
            id,
            rev: 1,
            member: id,
            number: Some(id),
            rank: id as u32,
            name: names[id as usize % names.len()].into(),
            sex: Some(if id % 3 == 0 { Sex::F } else { Sex::M }),
            presence,
            arrived_at: if matches!(presence, Presence::Present | Presence::Left) {
                "08:55".into()
            } else {
                String::new()
            },
            left_at: if presence == Presence::Left { "10:20".into() } else { String::new() },
            holder,
        }
    };
    (1..=voters).map(line).collect()
}

/// A motion with its vote.
pub fn motion(number: u32, item: i64, text: &str, majority: &str, (votes, room): (Votes, Room)) -> Motion {
    let (number, item) = (number.to_string(), item.to_string());
    let fields = [
        ("number", number.as_str()),
        ("item_id", &item),
        ("text", text),
        ("kind", "ordinary"),
        ("mover", "ILUNGA Mwɔ̃ba Éléonore"),
        ("seconder", "KABƐ́WƐ Ngoyi"),
    ];
    let majority = Majority::parse(majority).expect("a majority");
    let quorum = Share::parse("1/2").expect("a share");
    let outcome = majority.decide(Some(quorum), room, votes).expect("votes");
    let measure = |reference: &str| (reference.to_owned(), None);
    let ((statutes, sure), (law, known)) = (measure("statuts, art. 24"), measure("statuts, art. 22"));
    let taken = Taken {
        method: "hands".into(),
        votes: Some(votes),
        taken_at: "2026-11-21T09:40:00Z".into(),
        room,
        quorum: Some(Measure { value: quorum, reference: law, certainty: known }),
        majority: Measure { value: majority, reference: statutes, certainty: sure },
        outcome,
    };
    Motion {
        entry: entry(&MOTION, 100 + i64::from(item.parse::<u32>().expect("an item")), &fields),
        conflicts: Vec::new(),
        amendments: Vec::new(),
        put: String::new(),
        taken: Some(taken),
        withdrawn: None,
    }
}

/// An annual assembly of so many voters in that state.
pub fn assembly(voters: i64, state: State) -> Proceedings {
    let is_held = !matches!(state, State::Planned | State::Dropped);
    let meeting = Meeting {
        entry: entry(
            &MEETING,
            1,
            &[
                ("kind", "annual"),
                ("held_on", "2026-11-21"),
                ("time", "09:00"),
                ("place", "Salle paroissiale de Miabi"),
                ("notice_on", "2026-11-03"),
                ("channel", "letter,poster"),
                ("called_by", "KABƐ́WƐ Ngoyi"),
                ("chair", "KABƐ́WƐ Ngoyi"),
                ("secretary", "ILUNGA Mwɔ̃ba Éléonore"),
                ("tellers", "N’GUESSAN Aya, ŊƆMA Ɓɔ"),
            ],
        ),
        organ: "Assemblée générale".into(),
        organ_kind: "assembly".into(),
        state,
        first: None,
        opened_at: if is_held { "09:10".into() } else { String::new() },
        closed_at: if is_held { "12:40".into() } else { String::new() },
        eligible: is_held.then_some(voters as u32),
        quorum: if is_held { ("1/2".into(), "statuts, art. 22".into()) } else { Default::default() },
        proxies: is_held.then_some(1),
        number: state.is_frozen().then_some(7),
        version: u32::from(state.is_frozen()),
        signed: (state == State::Signed).then(|| Signed {
            on: chrono::NaiveDate::from_ymd_opt(2026, 11, 22),
            by: "KABƐ́WƐ Ngoyi et ILUNGA Mwɔ̃ba Éléonore".into(),
            page: "41".into(),
        }),
    };
    let item = |id: i64, title: &str, text: &str| (entry(&ITEM, id, &[("title", title)]), text.to_owned());
    let mut report = item(
        3,
        "Rapport de gestion",
        "La présidente lit le rapport.\n\nIl est discuté.\n{motion:1}\nPuis on passe au vote suivant.",
    );
    report.0.put("presenter", "KABƐ́WƐ Ngoyi");
    let mut sitting = Proceedings {
        meeting,
        first_on: None,
        items: vec![
            item(1, "Ouverture de la séance", "La présidente ouvre la séance et salue les invités."),
            item(2, "Appel nominal et quorum", "{attendance}\n{quorum}"),
            report,
            item(4, "Statuts", ""),
            item(5, "Divers", "Rien à signaler.\n{actions}"),
        ],
        roll: roll(voters),
        guests: Vec::new(),
        motions: Vec::new(),
        actions: Vec::new(),
        carried: Vec::new(),
        corrections: Vec::new(),
        rules: Bylaws::of(LegalForm::Scoops).rules(Vec::new()),
        witness: if state.is_frozen() { "kabor nilup tosid vemak".into() } else { String::new() },
    };
    if is_held {
        let guest = [("name", "MUTEBA Jean"), ("sex", "M"), ("quality", "agent SAEMAPE"), ("organisation", "SAEMAPE")];
        sitting.guests = vec![entry(&GUEST, 1, &guest)];
        let room = sitting.count().room();
        let cast = |against: u32| Votes { in_favour: room.voters() - against, against, ..Votes::default() };
        let mut related =
            motion(2, 4, "L’article 12 des statuts est remplacé.", "2/3 votes", (cast(room.voters() * 2 / 5), room));
        related.conflicts = vec![Conflict { member: 2, name: "KABƐ́WƐ Ngoyi".into(), sex: Some(Sex::M) }];
        sitting.motions =
            vec![motion(1, 3, "Le rapport de gestion est approuvé.", ">1/2 votes", (cast(0), room)), related];
        let action = [
            ("item_id", "5"),
            ("what", "Afficher le tableau des cotisations au puits 3"),
            ("who", "N’GUESSAN Aya"),
            ("due_on", "2026-12-15"),
            ("state", "open"),
        ];
        sitting.actions = vec![entry(&ACTION, 1, &action)];
    }
    if state == State::Signed {
        let correction = [
            ("noted_on", "2026-11-23"),
            ("text", "Au point 3, lire « 2025 » au lieu de « 2024 »."),
            ("decision", "AG 22/11"),
        ];
        let other = Some((Some(8), chrono::NaiveDate::from_ymd_opt(2026, 11, 23)));
        sitting.corrections = vec![Correction { entry: entry(&CORRECTION, 1, &correction), other }];
    }
    sitting
}

/// What became of its motions.
pub fn outcomes(sitting: &Proceedings) -> Vec<Outcome> {
    sitting.motions.iter().filter_map(Motion::outcome).collect()
}
