//! Messages in words: the language files under `data/i18n`, read with Fluent.
//!
//! A message is parsed when it is needed first, because parsing all of them costs more than everything else at the
//! start; `build.rs` has put them in order. English and French are inside the program; a third language is one file,
//! `<code>.ftl` in the folder that [`Lang::with_folder`] names, and what it lacks is shown in English.

use crate::domain::{
    Arg, Text, amount,
    rule::{self, What},
    takes::Takes,
};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue, types::FluentNumber};
use std::{cell::RefCell, cmp::Ordering, collections::HashMap, path::Path};
use unic_langid::LanguageIdentifier;

/// The messages of a language inside the program, in the order of their keys, each with an empty line after it.
struct Messages(&'static str);

static ENGLISH: Messages = Messages(include_str!(concat!(env!("OUT_DIR"), "/en.ftl")));
static FRENCH: Messages = Messages(include_str!(concat!(env!("OUT_DIR"), "/fr.ftl")));

impl Messages {
    /// The source of one message.
    fn find(&self, id: &str) -> Option<&'static str> {
        let is_end = |pair: &[u8]| pair == b"\n\n";
        let bytes = self.0.as_bytes();
        let (mut from, mut to) = (0, bytes.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            let begin = bytes[from..middle].windows(2).rposition(is_end).map_or(from, |at| from + at + 2);
            let end = bytes[begin..to].windows(2).position(is_end).map_or(to, |at| begin + at + 2);
            let message = &self.0[begin..end];
            match message.split([' ', '=']).next().cmp(&Some(id)) {
                Ordering::Less => from = end,
                Ordering::Greater => to = begin,
                Ordering::Equal => return Some(message),
            }
        }
        None
    }
}

/// The languages inside the program.
pub const BUILT_IN: &[&str] = &["en", "fr"];

/// The codes of all languages there are: those inside the program, then the files of `folder`.
pub fn languages(folder: &Path) -> Vec<String> {
    let mut codes: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "ftl"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .filter(|code| !BUILT_IN.contains(&code.as_str()))
        .collect();
    codes.sort();
    BUILT_IN.iter().map(|code| (*code).to_owned()).chain(codes).collect()
}

/// One language: turns messages into words.
pub struct Lang {
    code: String,
    bundle: RefCell<FluentBundle<FluentResource>>,
    /// What is not parsed yet; nothing of a file, which is parsed whole.
    messages: Option<&'static Messages>,
    labels: RefCell<HashMap<&'static str, &'static str>>,
    fallback: Option<Box<Lang>>,
}

impl Lang {
    /// A language inside the program; any other code gives English.
    pub fn new(code: &str) -> Self {
        if code == "fr" { Self::of("fr", Some(&FRENCH), None) } else { Self::of("en", Some(&ENGLISH), None) }
    }

    /// A language inside the program, or the one in `folder/<code>.ftl`.
    pub fn with_folder(code: &str, folder: &Path) -> Self {
        let named = code.len() <= 8 && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if named
            && !BUILT_IN.contains(&code)
            && let Ok(source) = std::fs::read_to_string(folder.join(format!("{code}.ftl")))
        {
            let lang = Self::of(code, None, Some(Box::new(Self::new("en"))));
            lang.parse(source);
            return lang;
        }
        Self::new(code)
    }

    fn of(code: &str, messages: Option<&'static Messages>, fallback: Option<Box<Self>>) -> Self {
        let id: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![id]);
        // isolation marks would be columns of a table
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(if code == "fr" { french_numbers } else { english_numbers }));
        Self { code: code.to_owned(), bundle: RefCell::new(bundle), messages, labels: RefCell::default(), fallback }
    }

    /// The code, such as `fr`.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// A message in words.
    pub fn text(&self, text: &Text) -> String {
        self.named(text.id, &text.args).unwrap_or_else(|| text.id.to_owned())
    }

    /// A message without blanks, kept for the life of the program: drawing costs a look-up and no formatting.
    pub fn label(&self, id: &'static str) -> &'static str {
        if let Some(label) = self.labels.borrow().get(id) {
            return label;
        }
        // bounded: one short text for each key and language ever shown
        let label: &'static str = Box::leak(self.text(&Text::new(id)).into_boxed_str());
        self.labels.borrow_mut().insert(id, label);
        label
    }

    /// A message by a key made at run time, such as a command's name; the key itself when there is no such message.
    pub fn name(&self, id: &str) -> String {
        self.named(id, &[]).unwrap_or_else(|| id.to_owned())
    }

    /// A message by a key made at run time, with its blanks filled; `None` when no file has it.
    pub fn named(&self, id: &str, args: &[(&'static str, Arg)]) -> Option<String> {
        self.load(id);
        // before the bundle is borrowed: a message inside a message may have to be loaded
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Str(text) => values.set(*name, text.as_str()),
                Arg::Num(number) => values.set(*name, *number),
                Arg::Amount(kept) => values.set(*name, self.amount(kept)),
                Arg::Text(text) => values.set(*name, self.text(text)),
            }
        }
        let bundle = self.bundle.borrow();
        let Some(pattern) = bundle.get_message(id).and_then(|m| m.value()) else {
            return self.fallback.as_ref()?.named(id, args);
        };
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned())
    }

    /// A kept value as people read it: days, telephones, the names of codes.
    pub fn value(&self, takes: Takes, kept: &str) -> String {
        let choices = takes.choices();
        let name =
            |code: &str| choices.iter().find(|c| c.code == code).map_or(code, |c| self.label(c.text_id)).to_owned();
        match takes {
            Takes::Fixed(prefix) if !prefix.is_empty() => self.name(&format!("{prefix}{kept}")),
            Takes::Amount => self.amount(kept),
            _ if choices.is_empty() => takes.show(kept),
            _ => kept.split(',').map(name).collect::<Vec<_>>().join(", "),
        }
    }

    /// An amount as it is kept, `1250.50 USD`, as people write it: `1 250,50 USD`.
    fn amount(&self, kept: &str) -> String {
        let (thousand, point) = self.separators();
        let (figure, currency) = kept.rsplit_once(' ').unwrap_or((kept, ""));
        let (whole, part) = figure.split_once('.').unwrap_or((figure, ""));
        let point = if part.is_empty() { "" } else { point };
        format!("{}{point}{part}\u{a0}{currency}", group(whole, thousand)).trim_end().to_owned()
    }

    /// What parts thousands, and what parts decimals.
    fn separators(&self) -> (char, &'static str) {
        if self.code == "fr" { ('\u{a0}', ",") } else { (',', ".") }
    }

    /// An amount as [`Self::value`] writes it, as it is kept; what somebody has typed in another way stays as it is.
    pub fn kept_amount(&self, written: &str) -> String {
        let (thousand, point) = self.separators();
        let (figure, currency) = match written.rsplit_once('\u{a0}') {
            Some((figure, end)) if end.bytes().all(|b| b.is_ascii_uppercase()) => (figure, format!(" {end}")),
            _ => (written, String::new()),
        };
        let kept = format!("{}{currency}", figure.replace(thousand, "").replace(point, "."));
        if amount::is_kept(&kept) && self.amount(&kept) == written { kept } else { written.to_owned() }
    }

    /// The name of a rule by its code: what it rules and of what, `Quorum · General assembly`.
    pub fn rule(&self, code: &str) -> String {
        let subject = code.split_once('.').and_then(|(subject, _)| rule::subject_text_id(subject));
        match (What::of(code), subject) {
            (Some(what), Some(subject)) => format!("{} · {}", self.label(what.text_id()), self.label(subject)),
            _ => code.to_owned(),
        }
    }

    /// An act of the log in words: its command, and what it was about.
    pub fn describe_act(&self, command: &str, about: &[(String, String)]) -> String {
        let name = self.name(&format!("act-{}", command.replace('.', "-")));
        if let Some((taken_back, about)) = taken_back(about) {
            let what = self.describe_act(taken_back, about);
            return self.text(&Text::new("act-about").with("name", name).with("what", what));
        }
        let words = |(name, value): &(String, String)| match name.as_str() {
            "count" => self.text(&Text::new("act-count").with("count", value.parse::<i64>().unwrap_or_default())),
            "dues" => self.text(&Text::new("act-dues").with("count", value.parse::<i64>().unwrap_or_default())),
            "noun" => self.name(&format!("noun-{value}")).to_lowercase(),
            "rule" => self.rule(value),
            "amount" => self.amount(value),
            "shares" => self.text(&Text::new("share-count").with("count", value.parse::<i64>().unwrap_or_default())),
            "meeting" => self.name(&format!("meeting-{value}")),
            "procedure" => self.name(&format!("procedure-{value}")).to_lowercase(),
            "fields" => {
                let names = value.split(',').map(|field| self.name(&format!("field-{field}")).to_lowercase());
                names.collect::<Vec<_>>().join(", ")
            }
            "status" => self.name(&format!("status-{value}")),
            "roles" => value.split(',').map(|role| self.name(&format!("role-{role}"))).collect::<Vec<_>>().join(", "),
            _ => value.clone(),
        };
        let what: Vec<String> = about.iter().map(words).filter(|words| !words.is_empty()).collect();
        if what.is_empty() {
            return name;
        }
        self.text(&Text::new("act-about").with("name", name).with("what", what.join(", ")))
    }

    /// What an act did, or, when it took another back, what that one had done.
    pub fn describe_subject(&self, command: &str, about: &[(String, String)]) -> String {
        let (command, about) = taken_back(about).unwrap_or((command, about));
        self.describe_act(command, about)
    }

    /// A count with its thousands apart: `1 234` or `1,234`.
    pub fn count(&self, number: i64) -> String {
        group(&number.to_string(), if self.code == "fr" { '\u{a0}' } else { ',' })
    }

    /// Parses the message `id`, when that has not been done.
    fn load(&self, id: &str) {
        if let Some(messages) = self.messages
            && !self.bundle.borrow().has_message(id)
            && let Some(source) = messages.find(id)
        {
            self.parse(source.to_owned());
        }
    }

    /// Takes messages in.
    fn parse(&self, source: String) {
        // a broken line loses that message only; tests parse every file strictly
        let resource = FluentResource::try_new(source).unwrap_or_else(|(partial, _)| partial);
        self.bundle.borrow_mut().add_resource_overriding(resource);
    }
}

/// The command that an undo or a redo took back, and what that was about.
fn taken_back(about: &[(String, String)]) -> Option<(&str, &[(String, String)])> {
    about.split_first().filter(|((name, _), _)| name == "of").map(|((_, command), rest)| (command.as_str(), rest))
}

/// The language for `choice` (an option or a preference), else for the environment, else English.
pub fn choose(choice: Option<&str>, env: impl Fn(&str) -> Option<String>) -> String {
    if let Some(code) = choice.filter(|c| !c.is_empty()) {
        return code.to_lowercase();
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| env(name).filter(|v| !v.is_empty()));
    if locale.is_some_and(|l| l.starts_with("fr")) { "fr".to_owned() } else { "en".to_owned() }
}

fn group(digits: &str, separator: char) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |d| ("-", d));
    let mut out = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

fn number(value: &FluentValue<'_>, separator: char) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, .. }) = value else { return None };
    Some(group(&format!("{value:.0}"), separator))
}

fn french_numbers(value: &FluentValue<'_>, _: &intl_memoizer::IntlLangMemoizer) -> Option<String> {
    number(value, '\u{a0}')
}

fn english_numbers(value: &FluentValue<'_>, _: &intl_memoizer::IntlLangMemoizer) -> Option<String> {
    number(value, ',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::amount::Amount;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_amount_that_is_shown_is_taken_and_kept_as_it_was(minor in -1_000_000_000_000i64..1_000_000_000_000, at in 0..3usize) {
            let amount = Amount { minor, currency: ["CDF", "USD", "XOF"][at].to_owned() };
            for lang in [Lang::new("en"), Lang::new("fr")] {
                let kept = amount.to_string();
                let shown = lang.value(Takes::Amount, &kept);
                prop_assert_eq!(lang.kept_amount(&shown), kept);
                prop_assert_eq!(Amount::parse(&shown, "CDF"), Ok(amount.clone()));
            }
        }
    }

    #[test]
    fn an_amount_that_is_typed_in_another_way_stays_as_it_is() {
        for (lang, typed) in
            [("fr", "1,50"), ("fr", "1.500"), ("fr", "40 $"), ("en", "1,50"), ("en", "5000"), ("en", "x")]
        {
            let kept = Lang::new(lang).kept_amount(typed);
            assert!(kept == typed || (lang, typed, &*kept) == ("fr", "1,50", "1.50"), "{lang} {typed}: {kept}");
        }
    }

    #[test]
    fn counts_are_written_as_the_language_does() {
        assert_eq!(Lang::new("fr").count(1_234_567), "1\u{a0}234\u{a0}567");
        assert_eq!(Lang::new("en").count(-1_234), "-1,234");
        assert_eq!(Lang::new("en").count(123), "123");
    }

    #[test]
    fn amounts_are_written_as_the_language_does() {
        let written = |code| Lang::new(code).value(Takes::Amount, "-1250.50 USD");
        assert_eq!((written("fr").as_str(), written("en").as_str()), ("-1\u{a0}250,50\u{a0}USD", "-1,250.50\u{a0}USD"));
        assert_eq!(Lang::new("fr").value(Takes::Amount, "12000 CDF"), "12\u{a0}000\u{a0}CDF");
    }

    #[test]
    fn the_environment_chooses_when_nobody_does() {
        let env = |name: &str| (name == "LANG").then(|| "fr_CD.UTF-8".to_owned());
        assert_eq!(choose(None, env), "fr");
        assert_eq!(choose(Some("en"), env), "en");
        assert_eq!(choose(None, |_| None), "en");
    }

    #[test]
    fn a_third_language_is_one_file_and_english_fills_its_gaps() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("sw.ftl"), "area-home = Nyumbani\n").unwrap();
        let lang = Lang::with_folder("sw", folder.path());
        assert_eq!(lang.label("area-home"), "Nyumbani");
        assert_eq!(lang.label("area-members"), "Members");
        assert_eq!(languages(folder.path()), ["en", "fr", "sw"]);
        assert_eq!(Lang::with_folder("../x", folder.path()).code(), "en");
    }
}
