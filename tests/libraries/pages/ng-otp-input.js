import '@angular/compiler';
import { Component } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { NgOtpInputModule } from 'ng-otp-input';
import { keep, mount, places } from './kit/prompt.js';

class Prompt {
  code = '';
  config = { length: places, allowNumbersOnly: true, inputClass: 'digit' };

  took(code) {
    this.code = code;
    keep(this.code);
  }
}

mount.innerHTML = '<app-prompt></app-prompt>';
Component({
  selector: 'app-prompt',
  imports: [NgOtpInputModule],
  template: '<ng-otp-input [config]="config" (onInputChange)="took($event)"></ng-otp-input>',
})(Prompt);
bootstrapApplication(Prompt);
