//! What a form supplies: its fields, how they are read and shown, and the work of saving. It neither draws nor knows keys.

use crate::{
    domain::{Text, amount, fold::fold, noun::Attribute, takes::Takes, user::Session},
    store::{self, Store},
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, Outcome, Value},
        writer::Progress,
    },
};

/// What kind of text a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// Numbers and days: the top row of an AZERTY keyboard gives digits.
    Digits,
    /// An amount of money: written as the language writes it, kept in one form.
    Amount,
    /// One or more of a short list, which is open while the field has the focus.
    Choice,
    /// Text for which the book proposes what it already has.
    Proposals,
    /// Several rows.
    Note,
    /// A secret.
    Pin,
}

impl Kind {
    /// The kind of text that a field takes which is only written down.
    pub const fn of(takes: Takes) -> Self {
        match takes {
            Takes::Text => Self::Text,
            Takes::Lines => Self::Note,
            Takes::Site | Takes::Team | Takes::Organ | Takes::Fund | Takes::Person => Self::Proposals,
            Takes::One(_) | Takes::Some(_) => Self::Choice,
            Takes::Amount => Self::Amount,
            _ => Self::Digits,
        }
    }
}

/// Codes and text keys of the list that a field is one or some of.
pub fn choices(takes: Option<Takes>) -> Vec<(&'static str, &'static str)> {
    takes.map_or(&[][..], Takes::choices).iter().map(|choice| (choice.code, choice.text_id)).collect()
}

/// One field of a form.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// Its name in drafts; the text key of its label is `field-` and this.
    pub code: &'static str,
    /// Text key of the label.
    pub label: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Text key of the hint at the right; empty for none.
    pub hint: &'static str,
    /// Whether it must be filled.
    pub required: bool,
}

impl Spec {
    /// A field that may be left blank.
    pub const fn new(code: &'static str, label: &'static str, kind: Kind, hint: &'static str) -> Self {
        Self { code, label, kind, hint, required: false }
    }

    /// The same, to be filled: the form says so of one that is blank.
    #[must_use]
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The field of what is only written down of a record.
    pub const fn of(attribute: &Attribute) -> Self {
        let Attribute { code, label, hint, required, takes } = *attribute;
        Self { code, label, kind: Kind::of(takes), hint, required }
    }
}

/// What one field or several together are told.
pub struct Remark {
    /// Place of the field in [`Draft::fields`].
    pub field: usize,
    /// What is wrong or worth a look.
    pub text: Text,
    /// Whether it forbids saving.
    pub is_error: bool,
}

impl Remark {
    /// What is wrong with a field.
    pub const fn error(field: usize, text: Text) -> Self {
        Self { field, text, is_error: true }
    }
}

/// The work of saving, run by the thread that writes.
pub type Saving = Box<dyn FnOnce(&mut Store, &Session, &Progress) -> store::Result<Outcome> + Send>;

/// What a form supplies: no drawing, no keys.
pub trait Draft: Sized + 'static {
    /// Its name in the table of drafts; empty for a form of which no draft is kept.
    const FORM: &'static str;
    /// What else tells its drafts apart, for forms of which [`Draft::base`] does not say all; it ends the name.
    fn about(&self) -> String {
        String::new()
    }
    /// Its fields.
    fn fields(&self) -> &[Spec];
    /// Text key of the heading above a field; empty when it goes on under the one before.
    fn heading(&self, _field: usize) -> &'static str {
        ""
    }
    /// What stands above the form.
    fn title(&self, lang: &Lang) -> String;
    /// A field as people read it and can type it again; of a choice the codes, separated by commas.
    fn show(&self, field: usize) -> String;
    /// Codes and text keys of a field of [`Kind::Choice`].
    fn choices(&self, _field: usize) -> Vec<(&'static str, &'static str)> {
        Vec::new()
    }
    /// Reads typed text into a field; what was there stays when the text is wrong. What is a name of a choice in the
    /// user's language arrives as its code.
    ///
    /// # Errors
    /// What is wrong and what would be right.
    fn set(&mut self, field: usize, typed: &str, cx: &Cx) -> Result<(), Text>;
    /// Rules across fields; the form itself says which of those are blank that must be filled.
    fn check(&self, _cx: &Cx) -> Vec<Remark> {
        Vec::new()
    }
    /// What somebody should look at before this is saved; shown once.
    fn doubts(&self, _cx: &Cx) -> store::Result<Vec<String>> {
        Ok(Vec::new())
    }
    /// What the form is about, in full, above its fields.
    fn lead(&self, _lang: &Lang) -> String {
        String::new()
    }
    /// The same, where it follows from the fields as they are `typed` now.
    fn lead_so_far(&self, _typed: &[String], lang: &Lang) -> String {
        self.lead(lang)
    }
    /// What a field is called where no text key says it; empty where one does.
    fn label(&self, _field: usize, _lang: &Lang) -> String {
        String::new()
    }
    /// What follows from what is `typed` in a field, in a column at its right; empty for nothing.
    fn beside(&self, _field: usize, _typed: &str, _lang: &Lang) -> String {
        String::new()
    }
    /// What would follow from the fields as they are `typed` now, codes instead of names: labels and values below them.
    fn outlook(&self, _typed: &[String], _cx: &Cx) -> Vec<(String, String)> {
        Vec::new()
    }
    /// Reads again what the outlook rests on: the book has changed.
    fn look(&mut self, _cx: &Cx) -> store::Result<()> {
        Ok(())
    }
    /// What the book already has for a field of [`Kind::Proposals`] of which `typed` is there.
    fn proposals(&self, _field: usize, _typed: &str, _cx: &Cx) -> store::Result<Vec<String>> {
        Ok(Vec::new())
    }
    /// How many fields at the top stay as they are from one form of a pile to the next; the focus passes them by.
    fn repeated(&self) -> usize {
        0
    }
    /// The form that follows this one as soon as it is saved, where forms are entered one after the other.
    fn next(&self, _cx: &Cx) -> Option<Self> {
        None
    }
    /// What is still to be done when somebody leaves the form and no other follows.
    fn leave(&self) -> Option<Saving> {
        None
    }
    /// Whether there is nothing yet beside this form that other commands could open.
    fn is_alone(&self) -> bool {
        false
    }
    /// The record that is changed and the `rev` that was read, for forms that change one.
    fn base(&self) -> Option<(i64, i64)> {
        None
    }
    /// What was typed is over an older state of the record: saving must find that out.
    fn set_base(&mut self, _rev: i64) {}
    /// The record as the book has it now, when somebody else has changed it.
    fn theirs(&self, _cx: &Cx) -> store::Result<Option<Self>> {
        Ok(None)
    }
    /// Text key of what saving is called here.
    fn save_name(&self) -> &'static str {
        Cmd::Save.text_id()
    }
    /// The act of saving; `draft` is the key of what was kept of the form, which goes with it.
    fn save(&self, draft: Option<String>) -> Saving;
    /// What follows when saving gave a value instead of writing: the form goes, and gives it to whoever asked.
    fn lead_on(&self, value: Value, _cx: &mut Cx) -> Flow {
        Flow::Return(value)
    }
}

/// Throws away what was kept of a form that is saved.
///
/// # Errors
/// When the book cannot be written.
pub fn drop_kept(store: &mut Store, draft: Option<String>) -> store::Result<()> {
    draft.map_or(Ok(()), |form| store.drop_draft(&form))
}

/// A field in the user's language: the codes of a choice as their names, amounts as the language writes them.
pub fn shown<D: Draft>(draft: &D, at: usize, lang: &Lang) -> String {
    named(draft, at, &draft.show(at), lang)
}

/// A text of a field as it is kept, in the user's language.
pub fn named<D: Draft>(draft: &D, at: usize, text: &str, lang: &Lang) -> String {
    match draft.fields()[at].kind {
        Kind::Choice => {}
        Kind::Amount if amount::is_kept(text) => return lang.value(Takes::Amount, text),
        _ => return text.to_owned(),
    }
    let choices = draft.choices(at);
    let name = |code: &str| choices.iter().find(|(c, _)| *c == code).map(|(_, id)| lang.label(id).to_owned());
    let names = text.split(',').map(|code| name(code).unwrap_or_else(|| code.to_owned()));
    names.collect::<Vec<_>>().join(", ")
}

/// What was typed, in no language: the codes of a choice instead of their names, an amount that was shown as it is kept.
pub fn coded<D: Draft>(draft: &D, at: usize, typed: &str, lang: &Lang) -> String {
    match draft.fields()[at].kind {
        Kind::Choice => {}
        Kind::Amount => return lang.kept_amount(typed),
        _ => return typed.to_owned(),
    }
    let choices = draft.choices(at);
    let code = |word: &str| choices.iter().find(|(_, id)| fold(lang.label(id)) == fold(word)).map(|(code, _)| *code);
    let codes = typed.split(',').map(str::trim).filter(|w| !w.is_empty()).map(|word| code(word).unwrap_or(word));
    codes.collect::<Vec<_>>().join(",")
}

/// What is meant by what was typed: a piece of a name that leaves one name of the list only is that name, written out.
pub fn meant<D: Draft>(draft: &D, at: usize, typed: &str, lang: &Lang) -> String {
    if draft.fields()[at].kind != Kind::Choice {
        return typed.to_owned();
    }
    let choices = draft.choices(at);
    let names = || choices.iter().map(|(_, id)| lang.label(id));
    let whole = |word: &str| {
        let is_known = choices.iter().any(|(code, _)| *code == word) || names().any(|name| fold(name) == fold(word));
        let left = if is_known { Vec::new() } else { matching(names(), word) };
        if let [name] = &left[..] { name.clone() } else { word.to_owned() }
    };
    let words = typed.split(',').map(str::trim).filter(|w| !w.is_empty());
    words.map(whole).collect::<Vec<_>>().join(",")
}

/// The proposals out of a list for what is typed: those that begin with it first, then those that contain it.
pub fn matching<'a>(all: impl Iterator<Item = &'a str>, typed: &str) -> Vec<String> {
    let last = fold(typed.rsplit(',').next().unwrap_or(typed));
    let mut found: Vec<(bool, &str)> = all
        .filter_map(|text| {
            let folded = fold(text);
            (folded != last && folded.contains(&last)).then(|| (!folded.starts_with(&last), text))
        })
        .collect();
    found.sort_by_key(|(inside, _)| *inside);
    found.into_iter().map(|(_, text)| text.to_owned()).collect()
}
