//! The form of a motion: its text, its kind with the majority that kind needs, who moved it, what it amends, who may not
//! vote on it.

use super::{AREA, heading, people, vote::VoteDraft};
use crate::{
    command,
    domain::{
        Text,
        fold::clean,
        meeting::{MOTION, Meeting, State},
        motion::{self, Conflict, Motion},
        noun::Entry,
        person,
        roll::Attendance,
    },
    report::meeting::words,
    store::{self, Reader},
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, Outcome},
        widget::{
            draft::{Draft, Kind, Remark, Saving, Spec, choices},
            form::FormScreen,
        },
    },
};

static FIELDS: &[Spec] = &[
    Spec::new("text", "field-text", Kind::Note, "").required(),
    Spec::new("kind", "field-kind", Kind::Choice, "").required(),
    Spec::new("mover", "field-mover", Kind::Proposals, "hint-person"),
    Spec::new("seconder", "field-seconder", Kind::Proposals, "hint-person"),
    Spec::new("amends", "field-amends", Kind::Digits, "hint-amends"),
    Spec::new("conflicts", "motion-conflicts", Kind::Proposals, "hint-conflict"),
];
const TEXT: usize = 0;
const KIND: usize = 1;
const AMENDS: usize = 4;
const CONFLICTS: usize = 5;

/// The form of a new motion under an agenda item.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn begin(meeting: i64, item: i64, cx: &Cx) -> anyhow::Result<Flow> {
    cx.permit(&command::motion::SAVE)?;
    let draft = MotionDraft::new(blank(meeting, item, &cx.reader)?, Vec::new(), &cx.reader)?;
    Ok(Flow::push(FormScreen::new(draft, cx).in_area(AREA)))
}

/// The form of a motion that is not voted on yet.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn edit(motion: i64, cx: &Cx) -> anyhow::Result<Flow> {
    cx.permit(&command::motion::SAVE)?;
    let Motion { entry, conflicts, .. } = cx.reader.motion(motion)?;
    Ok(Flow::push(FormScreen::new(MotionDraft::new(entry, conflicts, &cx.reader)?, cx).in_area(AREA)))
}

/// The vote on a motion.
///
/// # Errors
/// When the user may not, when no vote can be taken now, or the book cannot be read.
pub fn vote(motion: i64, cx: &Cx) -> anyhow::Result<Flow> {
    cx.permit(&command::motion::VOTE)?;
    let draft = VoteDraft::new(motion, &cx.reader)?;
    Ok(Flow::push(FormScreen::new(draft, cx).in_area(AREA)))
}

/// What a key does on a motion: the vote once the roll is open, before that its form.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn run(cmd: Cmd, entry: &Entry, cx: &Cx) -> anyhow::Result<Flow> {
    match cmd {
        Cmd::Open if cx.reader.meeting_state(entry.owner.1)? != State::Planned => vote(entry.id, cx),
        Cmd::Open | Cmd::Edit => edit(entry.id, cx),
        _ => Ok(Flow::Ignored),
    }
}

/// A new motion of the kind that most are under that item.
fn blank(meeting: i64, item: i64, reader: &Reader) -> store::Result<Entry> {
    let items = reader.items(meeting)?;
    let kind = items.iter().find(|known| known.entry.id == item).map_or("", |known| known.entry.get("kind"));
    let kind = match kind {
        "bureau" | "elections" => "election",
        "admissions" => "admission",
        "statutes" => "statutes",
        _ => "ordinary",
    };
    let mut entry = Entry::new(&MOTION, ("meeting", meeting));
    entry.put("item_id", item.to_string());
    entry.put("kind", kind);
    Ok(entry)
}

/// What the form changes.
#[derive(Clone)]
pub struct MotionDraft {
    entry: Entry,
    conflicts: Vec<Conflict>,
    meeting: Meeting,
    roll: Vec<Attendance>,
    others: Vec<Motion>,
}

impl MotionDraft {
    fn new(entry: Entry, conflicts: Vec<Conflict>, reader: &Reader) -> store::Result<Self> {
        let (meeting, roll) = (reader.meeting(entry.owner.1)?, reader.roll(entry.owner.1)?);
        let others = reader.motions(entry.owner.1)?;
        Ok(Self { entry, conflicts, meeting, roll, others })
    }

    /// What a draft in the book was about: the end of its name, and the record.
    ///
    /// # Errors
    /// When the record is gone.
    pub fn of_draft(about: &str, record: i64, cx: &Cx) -> store::Result<Option<Self>> {
        let ids: Vec<i64> = about.split(':').filter_map(|id| id.parse().ok()).collect();
        match (record, &ids[..]) {
            (0, [meeting, item]) => Self::new(blank(*meeting, *item, &cx.reader)?, Vec::new(), &cx.reader).map(Some),
            (0, _) => Ok(None),
            (id, _) => {
                let Motion { entry, conflicts, .. } = cx.reader.motion(id)?;
                Self::new(entry, conflicts, &cx.reader).map(Some)
            }
        }
    }

    fn place(&self, at: usize) -> Option<usize> {
        self.entry.noun.attributes.iter().position(|attribute| attribute.code == FIELDS[at].code)
    }
}

/// The names of who may not vote, with commas between.
pub fn names(conflicts: &[Conflict]) -> String {
    conflicts.iter().map(|conflict| conflict.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Who may not vote, out of a roll.
///
/// # Errors
/// When nobody on the roll is meant, or several are.
pub fn conflicts(roll: &[Attendance], typed: &str) -> Result<Vec<Conflict>, Text> {
    let mut found: Vec<Conflict> = Vec::new();
    for name in typed.split(',').map(clean).filter(|name| !name.is_empty()) {
        let line = person::find(roll, &name)?;
        if !found.iter().any(|known| known.member == line.member) {
            found.push(Conflict { member: line.member, name: person::written(line), sex: line.sex });
        }
    }
    Ok(found)
}

impl Draft for MotionDraft {
    const FORM: &'static str = "motion";

    fn about(&self) -> String {
        format!(":{}:{}", self.entry.owner.1, self.entry.get("item_id"))
    }
    fn fields(&self) -> &[Spec] {
        FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        let number = self.entry.get("number");
        let what = if number.is_empty() { lang.label("motion-new") } else { lang.label("area-meetings-motion") };
        let area = lang.label("area-meetings");
        format!("{area} › {} › {what} {number}", heading(&self.meeting.entry, lang)).trim_end().to_owned()
    }
    fn show(&self, at: usize) -> String {
        self.place(at).map_or_else(|| names(&self.conflicts), |place| self.entry.show(place))
    }
    fn choices(&self, at: usize) -> Vec<(&'static str, &'static str)> {
        choices(self.place(at).map(|place| MOTION.attributes[place].takes))
    }
    fn proposals(&self, _: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        people::on_roll(&self.roll, typed, cx)
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        let Some(place) = self.place(at) else {
            self.conflicts = conflicts(&self.roll, typed)?;
            return Ok(());
        };
        if FIELDS[at].kind == Kind::Proposals {
            let named = people::read_on_roll(&self.roll, typed, cx)?;
            return self.entry.set(place, &named, &cx.reading());
        }
        self.entry.set(place, typed, &cx.reading())?;
        // an amendment is the text as it would be: it begins with the one that it changes
        let amended =
            self.others.iter().find(|other| at == AMENDS && other.number().to_string() == self.entry.get("amends"));
        if let Some(amended) = amended.filter(|_| self.entry.get("text").is_empty()) {
            self.entry.put("text", amended.text());
        }
        Ok(())
    }
    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let field = |place: usize| (0..FIELDS.len()).find(|at| self.place(*at) == Some(place)).unwrap_or(TEXT);
        let found = self.entry.check(cx.clock.today()).into_iter();
        let mut remarks: Vec<Remark> =
            found.map(|(place, text, is_error)| Remark { field: field(place), text, is_error }).collect();
        let own = self.entry.get("number").parse().ok();
        let wrong = self.entry.get("amends").parse().ok().map(|number| motion::may_amend(number, &self.others, own));
        if let Some(Err(text)) = wrong {
            remarks.push(Remark::error(AMENDS, text));
        }
        remarks
    }
    fn outlook(&self, typed: &[String], cx: &Cx) -> Vec<(String, String)> {
        let Ok(conflicts) = conflicts(&self.roll, &typed[CONFLICTS]) else { return Vec::new() };
        let room = motion::room(&self.roll, &conflicts);
        let Ok(terms) = command::motion::terms(&cx.reader, &self.meeting, &typed[KIND], room) else {
            return Vec::new();
        };
        let line = |id, words| (cx.lang.label(id).to_owned(), words);
        let quorum = terms.quorum.map(|quorum| line("motion-quorum", words::quorum(&quorum, &cx.lang)));
        std::iter::once(line("motion-majority", words::majority(&terms.majority, &cx.lang))).chain(quorum).collect()
    }
    fn look(&mut self, cx: &Cx) -> store::Result<()> {
        (self.meeting, self.roll) = (cx.reader.meeting(self.meeting.id())?, cx.reader.roll(self.meeting.id())?);
        self.others = cx.reader.motions(self.meeting.id())?;
        Ok(())
    }
    fn base(&self) -> Option<(i64, i64)> {
        (self.entry.id != 0).then_some((self.entry.id, self.entry.rev))
    }
    fn set_base(&mut self, rev: i64) {
        self.entry.rev = rev;
    }
    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        if self.entry.id == 0 {
            return Ok(None);
        }
        let Motion { entry, conflicts, .. } = cx.reader.motion(self.entry.id)?;
        Self::new(entry, conflicts, &cx.reader).map(Some)
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (entry, conflicts) = (self.entry.clone(), self.conflicts.clone());
        Box::new(move |store, session, _| {
            let id = command::motion::save(store, session, draft.as_deref(), &entry, Some(&conflicts))?;
            Ok(Outcome::Saved { id, said: Text::new("motion-saved") })
        })
    }
}
