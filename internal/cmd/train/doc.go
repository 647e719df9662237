// Train makes the model of package entities. The same inputs give the same file,
// byte for byte, with any number of processors, on the same kind of machine.
package main
