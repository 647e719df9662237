// Package batch is what programs share that write one line for each of many
// inputs, and lose none: which files there are and what they are called
// ([Walker]), reading them within bounds ([Open], [ReadText], [Lines]), a target
// that is no input ([Check], [Create]), going on after an interruption
// ([Journal]), and how far it has come ([Progress]).
package batch
