// What the markup of every page in every state is held against, by States/ValidatingMarkup.cs.
export default {
    root: true,
    extends: ["html-validate:standard", "html-validate:a11y"],
    rules: {
        // The button of a form may stand elsewhere, and come later with the stream: until then there is nothing to send.
        "wcag/h32": "off",
        // A list may have a name: that it is allowed everywhere is said by the standard, and readers of screens say it.
        "aria-label-misuse": ["error", { allowAnyNamable: true }],
        // What scrolls within itself, and so has a name and the keyboard's focus, is no section of the text.
        "prefer-native-element": ["error", { exclude: ["region"] }],
    },
};
