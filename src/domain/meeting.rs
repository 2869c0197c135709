//! Bodies and their officers; meetings, what stands on their agenda, what is moved and what somebody is to do.
//!
//! The roll is in [`super::roll`], what is needed to decide in [`super::rule`].

use super::{
    Text,
    book::codes,
    choice::{Choices, choices},
    day,
    noun::{Attribute, Entry, Noun, Owner, attribute, in_order, nothing},
    takes::Takes,
};

/// Kinds of bodies (practice.md §2).
pub static ORGAN_KINDS: Choices = choices!("organ-";
    "assembly" => ["assemblee generale", "ag", "general assembly"],
    "committee" => ["comite de gestion", "management committee", "cg"],
    "board" => ["conseil d administration", "board of directors", "ca"],
    "control" => ["commission de surveillance", "conseil de surveillance", "supervisory committee"],
    "conflicts" => ["comite de resolution des conflits", "disputes committee"],
    "safety" => ["comite hygiene securite environnement", "health and safety"],
    "credit" => ["comite de credit", "savings committee"],
    "women" => ["comite des femmes", "women committee"],
    "teams" => ["reunion des chefs d equipe", "team leaders"],
    "other" => ["autre"],
);

/// Posts in a body.
pub static OFFICES: Choices = choices!("office-";
    "chair" => ["president", "presidente", "chairperson"],
    "vice_chair" => ["vice president", "vice presidente"],
    "secretary" => ["secretaire"],
    "deputy_secretary" => ["secretaire adjoint", "secretaire adjointe"],
    "treasurer" => ["tresorier", "tresoriere"],
    "deputy_treasurer" => ["tresorier adjoint", "tresoriere adjointe"],
    "adviser" => ["conseiller", "conseillere", "administrateur", "director"],
    "auditor" => ["commissaire", "controleur"],
    "women_rep" => ["representante des femmes", "women representative"],
    "team_leader" => ["chef d equipe"],
    "manager" => ["gerant", "directeur"],
    "seat" => ["membre", "member"],
);

/// Why a mandate ended before its day.
pub static END_REASONS: Choices = choices!("end-";
    "resigned" => ["demission"],
    "removed" => ["revocation", "revoque"],
    "left" => ["depart", "a quitte"],
    "died" => ["deces"],
    "replaced" => ["remplacement", "remplace"],
);

/// Kinds of meetings.
pub static MEETING_KINDS: Choices = choices!("meeting-";
    "founding" => ["constitutive", "constitutif"],
    "annual" => ["ordinaire annuelle", "ago"],
    "ordinary" => ["ordinaire"],
    "extraordinary" => ["extraordinaire", "age"],
    "monthly" => ["mensuelle", "mensuel"],
    "other" => ["autre"],
);

/// How a notice reaches people (AUSCOOP art. 233, 344).
pub static CHANNELS: Choices = choices!("channel-";
    "letter" => ["lettre contre decharge", "lettre au porteur", "receipted letter"],
    "poster" => ["affichage", "affiche"],
    "oral" => ["oralement", "crieur", "orally"],
    "phone" => ["telephone", "sms", "message"],
    "newspaper" => ["journal", "journal d annonces"],
    "radio" => [],
);

/// Kinds of agenda items; their names are the titles that a template gives.
pub static ITEM_KINDS: Choices = choices!("item-";
    "opening" => ["ouverture"],
    "bureau" => ["election du bureau"],
    "quorum" => ["verification du quorum"],
    "agenda" => ["adoption de l ordre du jour"],
    "minutes" => ["lecture du proces verbal", "lecture du pv"],
    "carried" => ["suivi des decisions"],
    "report" => ["rapport de gestion"],
    "control" => ["rapport de la commission de surveillance"],
    "accounts" => ["comptes"],
    "allocation" => ["affectation du resultat"],
    "programme" => ["programme d activites"],
    "budget" => [],
    "statutes" => ["statuts"],
    "rules" => ["reglement interieur"],
    "capital" => ["capital", "souscription"],
    "elections" => ["election"],
    "admissions" => ["admission"],
    "powers" => ["pouvoirs"],
    "production" => [],
    "treasury" => ["tresorerie"],
    "safety" => ["securite"],
    "subject" => ["sujet"],
    "any_other" => ["divers", "questions diverses"],
    "closing" => ["cloture"],
);

/// Kinds of motions; each has its majority among the rules.
pub static MOTION_KINDS: Choices = choices!("motion-";
    "ordinary" => ["ordinaire"],
    "election" => ["designation"],
    "admission" => [],
    "exclusion" => [],
    "statutes" => ["statuts", "bylaws"],
    "contribution" => ["apport en nature"],
    "related" => ["convention reglementee", "convention avec un dirigeant"],
    "dissolution" => ["fusion", "scission"],
);

/// How votes were found.
pub static METHODS: Choices = choices!("method-";
    "hands" => ["main levee", "show of hands"],
    "unanimous" => ["unanimite"],
    "secret" => ["bulletin secret", "secret ballot"],
    "stand" => ["assis et leve"],
    "names" => ["appel nominal"],
);

/// Sexes, where a record is not of a member.
pub static SEXES: Choices = choices!("sex-";
    "F" => ["femme", "feminin", "woman", "female"],
    "M" => ["homme", "masculin", "man", "male"],
);

/// A body.
pub static ORGAN: Noun = Noun {
    table: "organ",
    text_id: "noun-organ",
    heading: "nouns-organ",
    owner: Owner::Nobody,
    attributes: &[
        attribute!(!"name", Takes::Text),
        attribute!(!"kind", Takes::One(ORGAN_KINDS)),
        attribute!("seats", Takes::Count(1000)),
        attribute!("term_months", Takes::Count(240), "hint-term"),
        attribute!("last_number", Takes::Count(100_000), "hint-last-number"),
        attribute!("closed_on", Takes::PastDay, "hint-day"),
        attribute!("note", Takes::Lines),
    ],
    line: &["name", "kind", "seats"],
    check: nothing,
};

/// An office that a member holds, and since when.
pub static MANDATE: Noun = Noun {
    table: "mandate",
    text_id: "noun-mandate",
    heading: "nouns-mandate",
    owner: Owner::Of("member"),
    attributes: &[
        attribute!(!"organ", Takes::Organ, "hint-proposals"),
        // a card has an office too, which is a place
        Attribute {
            code: "office",
            label: "field-mandate_office",
            takes: Takes::One(OFFICES),
            required: true,
            hint: "",
        },
        attribute!(!"from_on", Takes::Day, "hint-day"),
        attribute!("until_on", Takes::Day, "hint-day"),
        attribute!("decision", Takes::Text, "hint-decision"),
        attribute!("votes", Takes::Count(1_000_000)),
        attribute!("ended_on", Takes::PastDay, "hint-day"),
        attribute!("ended_reason", Takes::One(END_REASONS)),
        attribute!("note", Takes::Text),
    ],
    line: &["office", "organ", "from_on", "until_on", "ended_on"],
    check: |mandate, _| {
        let ended = in_order(mandate, "from_on", "ended_on");
        in_order(mandate, "from_on", "until_on").into_iter().chain(ended).collect()
    },
};

/// A meeting, as it is called.
pub static MEETING: Noun = Noun {
    table: "meeting",
    text_id: "noun-meeting",
    heading: "nouns-meeting",
    owner: Owner::Of("organ"),
    attributes: &[
        attribute!(!"kind", Takes::One(MEETING_KINDS)),
        attribute!("title", Takes::Text, "hint-meeting-title"),
        attribute!(!"held_on", Takes::Day, "hint-day"),
        attribute!("time", Takes::Time, "hint-time"),
        attribute!("place", Takes::Text),
        attribute!("notice_on", Takes::PastDay, "hint-notice-on"),
        attribute!("channel", Takes::Some(CHANNELS)),
        attribute!("called_by", Takes::Person, "hint-person"),
        attribute!("chair", Takes::Person, "hint-person"),
        attribute!("secretary", Takes::Person, "hint-person"),
        attribute!("tellers", Takes::Person, "hint-persons"),
        attribute!("note", Takes::Lines),
    ],
    line: &["held_on", "kind", "title", "place"],
    check: |meeting, _| {
        let late = in_order(meeting, "notice_on", "held_on").map(|_| {
            let day = meeting.day("held_on").map(day::show).unwrap_or_default();
            ("notice_on", Text::new("err-notice-late").with("day", day), true)
        });
        late.into_iter().collect()
    },
};

/// What stands on an agenda.
pub static ITEM: Noun = Noun {
    table: "agenda_item",
    text_id: "noun-agenda_item",
    heading: "nouns-agenda_item",
    owner: Owner::Of("meeting"),
    attributes: &[
        attribute!("place", Takes::Fixed("")),
        attribute!("kind", Takes::Fixed("item-")),
        attribute!(!"title", Takes::Text),
        attribute!("presenter", Takes::Person, "hint-person"),
        attribute!("duration", Takes::Count(600), "hint-duration"),
    ],
    line: &["title", "presenter", "duration"],
    check: nothing,
};

/// Somebody in the room who may not vote.
pub static GUEST: Noun = Noun {
    table: "guest",
    text_id: "noun-guest",
    heading: "nouns-guest",
    owner: Owner::Of("meeting"),
    attributes: &[
        attribute!(!"name", Takes::Text),
        attribute!("sex", Takes::One(SEXES), "hint-sex"),
        attribute!("quality", Takes::Text, "hint-quality"),
        attribute!("organisation", Takes::Text),
    ],
    line: &["name", "quality", "organisation"],
    check: nothing,
};

/// What is put to the vote. The votes and what they were measured against are written by the vote, not by its form.
pub static MOTION: Noun = Noun {
    table: "motion",
    text_id: "noun-motion",
    heading: "nouns-motion",
    owner: Owner::Of("meeting"),
    attributes: &[
        attribute!("item_id", Takes::Fixed("")),
        attribute!("number", Takes::Fixed("")),
        attribute!(!"text", Takes::Lines),
        attribute!(!"kind", Takes::One(MOTION_KINDS)),
        attribute!("mover", Takes::Person, "hint-person"),
        attribute!("seconder", Takes::Person, "hint-person"),
        attribute!("amends", Takes::Count(1000), "hint-amends"),
    ],
    line: &["number", "text"],
    check: nothing,
};

/// What somebody is to do.
pub static ACTION: Noun = Noun {
    table: "action",
    text_id: "noun-action",
    heading: "nouns-action",
    owner: Owner::Of("meeting"),
    attributes: &[
        attribute!("item_id", Takes::Fixed("")),
        attribute!(!"what", Takes::Text),
        attribute!("who", Takes::Person, "hint-persons"),
        attribute!("due_on", Takes::Day, "hint-day"),
        attribute!("state", Takes::Fixed("action-")),
        attribute!("done_on", Takes::Fixed("")),
        attribute!("result", Takes::Fixed("")),
    ],
    line: &["what", "who", "due_on", "state"],
    check: nothing,
};

/// What was found wrong in minutes that are signed.
pub static CORRECTION: Noun = Noun {
    table: "correction",
    text_id: "noun-correction",
    heading: "nouns-correction",
    owner: Owner::Of("meeting"),
    attributes: &[
        attribute!(!"noted_on", Takes::PastDay, "hint-day"),
        attribute!(!"text", Takes::Lines),
        attribute!("decision", Takes::Text, "hint-decision"),
    ],
    line: &["noted_on", "text", "decision"],
    check: nothing,
};

codes!(
    /// How far a meeting has come.
    State, "err-choice", "state-",
    /// It is being prepared or has been called.
    Planned = "planned",
    /// The roll is open: people arrive, motions are put.
    Open = "open",
    /// It has ended, its minutes are being written.
    Closed = "closed",
    /// Its minutes are frozen and printed, to be signed in ink.
    ToSign = "to_sign",
    /// Its minutes are signed.
    Signed = "signed",
    /// It was not held.
    Dropped = "dropped",
);

impl State {
    /// Whether agenda, roll, motions and minutes can no longer be changed.
    pub const fn is_frozen(self) -> bool {
        matches!(self, Self::ToSign | Self::Signed)
    }
}

codes!(
    /// What became of an action.
    ActionState, "err-choice", "action-",
    /// It is to be done.
    Open = "open",
    /// It is done.
    Done = "done",
    /// It will not be done.
    Dropped = "dropped",
);

/// A meeting with what the book adds to it as it goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// What is written down of it; its owner is the body.
    pub entry: Entry,
    /// The name of the body.
    pub organ: String,
    /// The kind of the body.
    pub organ_kind: String,
    /// How far it has come.
    pub state: State,
    /// The meeting without quorum of which this is the second call.
    pub first: Option<i64>,
    /// When the roll was opened, local time `HH:MM`.
    pub opened_at: String,
    /// When it ended.
    pub closed_at: String,
    /// How many stood on the roll when it was opened.
    pub eligible: Option<u32>,
    /// The rule of quorum of that day, as [`super::rule::Share`] reads it, and where it stands.
    pub quorum: (String, String),
    /// How many absent members one may stand for.
    pub proxies: Option<u32>,
    /// Its number in the minute book of the body.
    pub number: Option<i64>,
    /// How often its minutes were frozen.
    pub version: u32,
    /// When, by whom and on which page of the paper register its minutes were signed.
    pub signed: Option<Signed>,
}

/// A signature in ink.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signed {
    /// The day.
    pub on: Option<chrono::NaiveDate>,
    /// By whom.
    pub by: String,
    /// Page of the paper register.
    pub page: String,
}

impl Meeting {
    /// Its id.
    pub const fn id(&self) -> i64 {
        self.entry.id
    }

    /// The id of the body.
    pub const fn organ_id(&self) -> i64 {
        self.entry.owner.1
    }

    /// The first or the second call.
    pub const fn call(&self) -> super::rule::Call {
        if self.first.is_some() { super::rule::Call::Second } else { super::rule::Call::First }
    }
}
