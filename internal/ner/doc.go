// Package ner is the engine of the entity tagger: what a token looks like to the
// model (features), the model and its file, and the search for the best labels.
// The tagger runs it and the training program teaches it; because both call the
// same code, a model always meets the features that it was trained on.
//
// The model is a linear-chain conditional random field over BIOES labels. A
// feature is a 32-bit hash of what was seen and where; the model has a row of one
// small weight for each label under the hashes that turned out to matter, and
// nothing under all others. Where names may be, a small neural net over word
// vectors has a say in the score of each label ([Net]): the field knows words and
// phrases, the net what words are like, and their errors differ.
package ner
