//! The form of an action, and what became of one.

use super::{AREA, heading, people};
use crate::{
    command::{self, action::Settlement},
    domain::{
        Text, day,
        fold::clean,
        meeting::{ACTION, ActionState, Meeting},
        noun::Entry,
        roll::Attendance,
        takes::Takes,
    },
    store::{self, Reader},
    text::Lang,
    tui::{
        screen::{Cx, Flow, Outcome},
        widget::{
            draft::{Draft, Kind, Remark, Saving, Spec},
            form::FormScreen,
        },
    },
};

static FIELDS: &[Spec] = &[
    Spec::new("what", "field-what", Kind::Text, "").required(),
    Spec::new("who", "field-who", Kind::Proposals, "hint-persons"),
    Spec::new("due_on", "field-due_on", Kind::Digits, "hint-day"),
];

/// The form of a new action, of a meeting or of one of its agenda items.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn begin(meeting: i64, item: Option<i64>, cx: &Cx) -> anyhow::Result<Flow> {
    cx.permit(&command::action::SAVE)?;
    let draft = ActionDraft::new(blank(meeting, item), &cx.reader)?;
    Ok(Flow::push(FormScreen::new(draft, cx).in_area(AREA)))
}

/// The form of an action whose minutes are not frozen.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn edit(id: i64, cx: &Cx) -> anyhow::Result<Flow> {
    cx.permit(&command::action::SAVE)?;
    let entry = cx.reader.entry(&ACTION, id)?;
    if cx.reader.meeting_state(entry.owner.1)?.is_frozen() {
        return Err(store::Error::invalid("err-minutes-frozen").into());
    }
    Ok(Flow::push(FormScreen::new(ActionDraft::new(entry, &cx.reader)?, cx).in_area(AREA)))
}

/// What became of an action: done today, unless something else is typed.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn settle(id: i64, cx: &Cx) -> anyhow::Result<Flow> {
    cx.permit(&command::action::SETTLE)?;
    Ok(Flow::push(FormScreen::new(SettleDraft::new(id, cx)?, cx).in_area(AREA)))
}

fn blank(meeting: i64, item: Option<i64>) -> Entry {
    let mut entry = Entry::new(&ACTION, ("meeting", meeting));
    entry.put("item_id", item.map(|id| id.to_string()).unwrap_or_default());
    entry.put("state", ActionState::Open.code());
    entry
}

/// What the form of an action changes.
pub struct ActionDraft {
    entry: Entry,
    meeting: Meeting,
    roll: Vec<Attendance>,
}

impl ActionDraft {
    fn new(entry: Entry, reader: &Reader) -> store::Result<Self> {
        let (meeting, roll) = (reader.meeting(entry.owner.1)?, reader.roll(entry.owner.1)?);
        Ok(Self { entry, meeting, roll })
    }

    /// What a draft in the book was about: the end of its name, and the record.
    ///
    /// # Errors
    /// When the record is gone.
    pub fn of_draft(about: &str, record: i64, cx: &Cx) -> store::Result<Option<Self>> {
        let mut ids = about.split(':').map(|id| id.parse().ok());
        let (meeting, item) = (ids.next().flatten(), ids.next().flatten());
        let entry = match (record, meeting) {
            (0, None) => return Ok(None),
            (0, Some(meeting)) => blank(meeting, item),
            (id, _) => cx.reader.entry(&ACTION, id)?,
        };
        Self::new(entry, &cx.reader).map(Some)
    }

    fn place(&self, at: usize) -> usize {
        self.entry.noun.attributes.iter().position(|attribute| attribute.code == FIELDS[at].code).unwrap_or(0)
    }
}

impl Draft for ActionDraft {
    const FORM: &'static str = "action";

    fn about(&self) -> String {
        format!(":{}:{}", self.entry.owner.1, self.entry.get("item_id"))
    }
    fn fields(&self) -> &[Spec] {
        FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        let area = lang.label("area-meetings");
        format!("{area} › {} › {}", heading(&self.meeting.entry, lang), lang.label(ACTION.text_id).to_lowercase())
    }
    fn show(&self, at: usize) -> String {
        self.entry.show(self.place(at))
    }
    fn proposals(&self, _: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        people::on_roll(&self.roll, typed, cx)
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        let is_person = FIELDS[at].kind == Kind::Proposals;
        let text = if is_person { people::read_on_roll(&self.roll, typed, cx)? } else { typed.to_owned() };
        self.entry.set(self.place(at), &text, &cx.reading())
    }
    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let field = |place: usize| (0..FIELDS.len()).find(|at| self.place(*at) == place).unwrap_or(0);
        let found = self.entry.check(cx.clock.today()).into_iter();
        found.map(|(place, text, is_error)| Remark { field: field(place), text, is_error }).collect()
    }
    fn look(&mut self, cx: &Cx) -> store::Result<()> {
        self.roll = cx.reader.roll(self.meeting.id())?;
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
        Self::new(cx.reader.entry(&ACTION, self.entry.id)?, &cx.reader).map(Some)
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let entry = self.entry.clone();
        Box::new(move |store, session, _| {
            let id = command::action::save(store, session, draft.as_deref(), &entry)?;
            Ok(Outcome::Saved { id, said: Text::new("action-saved") })
        })
    }
}

static SETTLED: &[Spec] = &[
    Spec::new("state", "field-action_state", Kind::Choice, "").required(),
    Spec::new("done_on", "field-done_on", Kind::Digits, "hint-day"),
    Spec::new("result", "field-result", Kind::Text, "hint-result"),
];

/// What somebody says became of an action.
pub struct SettleDraft {
    entry: Entry,
    settlement: Settlement,
}

impl SettleDraft {
    /// What became of an action, as the book has it; of one that is to be done, that it is done today.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(id: i64, cx: &Cx) -> store::Result<Self> {
        let mut draft = Self::read(id, &cx.reader)?;
        if draft.settlement.state == ActionState::Open {
            (draft.settlement.state, draft.settlement.on) = (ActionState::Done, Some(cx.clock.today()));
        }
        Ok(draft)
    }

    fn read(id: i64, reader: &Reader) -> store::Result<Self> {
        let entry = reader.entry(&ACTION, id)?;
        let state = ActionState::from_code(entry.get("state")).unwrap_or(ActionState::Open);
        let settlement = Settlement { state, on: entry.day("done_on"), result: entry.get("result").to_owned() };
        Ok(Self { entry, settlement })
    }
}

impl Draft for SettleDraft {
    const FORM: &'static str = "settle";

    fn fields(&self) -> &[Spec] {
        SETTLED
    }
    fn title(&self, lang: &Lang) -> String {
        let (area, what) = (lang.label("area-meetings"), lang.label(ACTION.text_id).to_lowercase());
        format!("{area} › {what}")
    }
    fn lead(&self, _: &Lang) -> String {
        let parts = [self.entry.get("what"), self.entry.get("who")];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
    fn show(&self, at: usize) -> String {
        match at {
            0 => self.settlement.state.code().to_owned(),
            1 => self.settlement.on.map(day::show).unwrap_or_default(),
            _ => self.settlement.result.clone(),
        }
    }
    fn choices(&self, _: usize) -> Vec<(&'static str, &'static str)> {
        ActionState::ALL.iter().map(|state| (state.code(), state.text_id())).collect()
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match at {
            0 => self.settlement.state = ActionState::from_code(typed)?,
            1 => self.settlement.on = Takes::PastDay.read(typed, &cx.reading())?.parse().ok(),
            _ => self.settlement.result = clean(typed),
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let missing = self.settlement.state != ActionState::Open && self.settlement.on.is_none();
        let text = || Text::new("err-required").with("field", Text::new("field-done_on"));
        missing.then(|| Remark::error(1, text())).into_iter().collect()
    }
    fn base(&self) -> Option<(i64, i64)> {
        Some((self.entry.id, self.entry.rev))
    }
    fn set_base(&mut self, rev: i64) {
        self.entry.rev = rev;
    }
    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        Self::read(self.entry.id, &cx.reader).map(Some)
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (base, settlement) = ((self.entry.id, self.entry.rev), self.settlement.clone());
        let what = self.entry.get("what").to_owned();
        Box::new(move |store, session, _| {
            command::action::settle(store, session, draft.as_deref(), base, &settlement)?;
            let said = Text::new("action-settled").with("state", Text::new(settlement.state.text_id()));
            Ok(Outcome::Saved { id: base.0, said: said.with("what", what) })
        })
    }
}
