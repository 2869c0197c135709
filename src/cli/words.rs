//! The words of the command line: helps and usage errors of clap in the user's language.
//!
//! A command's help has the key `cli-` and the words that call it (`cli-import-members`), an option's the same with
//! `--` and its name (`cli-import-members--sheet`; `cli--file` for an option of every command), the name of a value
//! `cli-value-` and its English name. Tests see to it that none is missing.

use super::Cli;
use crate::{domain::Text, text::Lang};
use clap::{
    CommandFactory,
    error::{ContextKind, ContextValue, ErrorKind},
};

/// The command line with its words in `lang`.
pub fn command(lang: &Lang) -> clap::Command {
    dress(Cli::command(), "cli", lang).after_help(lang.name("cli-after"))
}

fn dress(command: clap::Command, key: &str, lang: &Lang) -> clap::Command {
    let template =
        format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}", lang.name("cli-usage"));
    let own = |id: &str| {
        lang.named(&format!("{key}--{id}"), &[]).or_else(|| lang.named(&format!("cli--{id}"), &[])).unwrap_or_default()
    };
    command
        .about(lang.name(key))
        .help_template(template)
        .disable_help_subcommand(true)
        .subcommand_help_heading(lang.label("cli-commands"))
        .subcommand_value_name(lang.label("cli-value-command"))
        .mut_args(|arg| {
            let id = arg.get_id().as_str().replace('_', "-");
            let heading = lang.label(if arg.is_positional() { "cli-arguments" } else { "cli-options" });
            let arg = arg.help_heading(heading).help(own(&id));
            // a command's own options first, then those of every command
            let arg = if arg.is_global_set() { arg.display_order(900) } else { arg };
            if !arg.get_action().takes_values() {
                return arg;
            }
            let value = arg.get_value_names().and_then(|names| names.first()).map(|name| name.to_lowercase());
            let value = value.and_then(|value| lang.named(&format!("cli-value-{value}"), &[]));
            let arg = arg.hide_default_value(true).hide_possible_values(true);
            match value {
                // clap keeps such names for the life of the program, and so may we: a help is shown once
                Some(value) => arg.value_name(&*Box::leak(value.into_boxed_str())),
                None => arg,
            }
        })
        .mut_subcommands(|sub| {
            let key = format!("{key}-{}", sub.get_name());
            dress(sub, &key, lang)
        })
}

/// What is wrong with the command line, in words.
pub fn usage_error(error: &clap::Error, lang: &Lang) -> String {
    let context = |kind| error.get(kind).map(list).unwrap_or_default();
    let arg = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let valid = context(ContextKind::ValidValue);
    let text = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => Text::new("cli-err-no-value").with("arg", arg),
        ErrorKind::InvalidValue => {
            Text::new("cli-err-value").with("arg", arg).with("value", value).with("valid", valid)
        }
        ErrorKind::ValueValidation => Text::new("cli-err-form").with("arg", arg).with("value", value),
        ErrorKind::UnknownArgument => Text::new("cli-err-unknown").with("arg", arg),
        ErrorKind::InvalidSubcommand => {
            Text::new("cli-err-command").with("command", context(ContextKind::InvalidSubcommand))
        }
        // a word that needs another: its help names them
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return format!("{}\n\n{}", lang.name("cli-err-which"), error.render());
        }
        ErrorKind::MissingRequiredArgument => Text::new("cli-err-required").with("arg", arg),
        ErrorKind::ArgumentConflict => {
            Text::new("cli-err-conflict").with("arg", arg).with("other", context(ContextKind::PriorArg))
        }
        ErrorKind::InvalidUtf8 => Text::new("cli-err-utf8"),
        _ => Text::new("cli-err-count").with("arg", arg),
    };
    let mut message = lang.text(&text);
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(better) = suggested.into_iter().map(context).find(|words| !words.is_empty()) {
        message += " ";
        message += &lang.text(&Text::new("cli-err-better").with("better", better));
    }
    message + "\n" + &lang.name("cli-err-help")
}

fn list(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(words) => words.join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(command: &clap::Command, path: &str, check: &mut impl FnMut(&str, &clap::Command)) {
        check(path, command);
        for sub in command.get_subcommands() {
            each(sub, &format!("{path}-{}", sub.get_name()), check);
        }
    }

    #[test]
    fn every_command_option_and_value_has_words_in_both_languages() {
        for code in crate::text::BUILT_IN {
            let lang = Lang::new(code);
            each(&Cli::command(), "cli", &mut |path, command| {
                assert!(lang.named(path, &[]).is_some(), "{code}: {path}");
                for arg in command.get_arguments() {
                    let id = arg.get_id().as_str().replace('_', "-");
                    let keys = [format!("{path}--{id}"), format!("cli--{id}")];
                    assert!(keys.iter().any(|key| lang.named(key, &[]).is_some()), "{code}: {keys:?}");
                    assert!(arg.get_help().is_none(), "{path} {id}: words stand in the language files");
                    let takes = arg.get_action().takes_values();
                    for name in arg.get_value_names().unwrap_or_default().iter().filter(|_| takes) {
                        let key = format!("cli-value-{}", name.to_lowercase());
                        assert!(lang.named(&key, &[]).is_some(), "{code}: {key} of {path} {id}");
                    }
                }
            });
        }
    }

    #[test]
    fn clap_finds_nothing_wrong_with_the_dressed_command_line() {
        for code in crate::text::BUILT_IN {
            command(&Lang::new(code)).debug_assert();
        }
    }
}
